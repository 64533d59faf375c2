using Microsoft.Extensions.Options;
using PolicyBot.Bot.Vault;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Vault;

/// <summary>The embedded vault: sealed rows in the database, the key in a file of its own.</summary>
public sealed class EmbeddedVaultTests : IDisposable
{
    private const string Secret = "Quenby!77-larkspur";
    private const string Entry = "acc-2026-0001";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private string KeyFile => folder.File("keys.json");

    public void Dispose() => folder.Dispose();

    [Theory, OnBoth]
    public async Task What_is_put_in_is_read_and_lies_nowhere_in_the_open(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var vault = Vault(memory);
        Assert.Equal("1", await vault.PutAsync(Entry, Secret, Ended));
        Assert.Equal("2", await vault.PutAsync(Entry, "another", Ended));
        Assert.Equal(Secret, await vault.ReadAsync(Entry, "1", Ended));
        Assert.Equal("another", await vault.ReadAsync(Entry, "2", Ended));
        var row = (await memory.Store.Vault.FindAsync(Entry, 1, Ended))!;
        Assert.DoesNotContain(Secret, $"{row}", StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));

        await vault.ForgetBeforeAsync(Entry, "2", Ended);
        var gone = await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync(Entry, "1", Ended));
        Assert.Contains("no such entry any more", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_in_anothers_place_does_not_open()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        var vault = Vault(memory);
        await vault.PutAsync(Entry, Secret, Ended);
        await vault.PutAsync("acc-2026-0002", "theirs", Ended);
        memory.Tamper("UPDATE vault SET wrapped = (SELECT wrapped FROM vault WHERE entry = 'acc-2026-0001'), sealed = (SELECT sealed FROM vault WHERE entry = 'acc-2026-0001') WHERE entry = 'acc-2026-0002'");
        var fault = await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync("acc-2026-0002", "1", Ended));
        Assert.Contains("does not fit its key", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_key_is_said_and_makes_no_new_one()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        var vault = Vault(memory);
        await vault.PutAsync(Entry, Secret, Ended);
        var kept = await File.ReadAllBytesAsync(KeyFile, Ended);

        File.Delete(KeyFile);
        Assert.Contains("is not there", (await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync(Entry, "1", Ended))).Message, StringComparison.Ordinal);
        Assert.Contains("is not there", (await Assert.ThrowsAsync<VaultException>(() => vault.PutAsync(Entry, "new", Ended))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));

        _ = await MasterKeys.CreateAsync(KeyFile, Ended);
        Assert.Contains("does not hold key", (await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync(Entry, "1", Ended))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<VaultException>(() => vault.RotateAsync(Ended));
        foreach (var broken in (string[])["", "{}", "{\"keys\":[]}", "{\"keys\":[{\"id\":\"a\",\"key\":\"AAAA\"}]}", "no json", "null", "{\"keys\":[null]}"])
        {
            await File.WriteAllTextAsync(KeyFile, broken, Ended);
            await Assert.ThrowsAsync<VaultException>(() => vault.ReadAsync(Entry, "1", Ended));
        }

        await File.WriteAllBytesAsync(KeyFile, kept, Ended);
        Assert.Equal(Secret, await vault.ReadAsync(Entry, "1", Ended));
    }

    [Theory, OnBoth]
    public async Task A_new_master_key_wraps_all_of_it_also_after_it_was_killed(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        var vault = Vault(memory);
        for (var number = 1; number <= 20; number++)
            await vault.PutAsync($"acc-2026-{number:0000}", $"{Secret}{number}", Ended);
        var first = MasterKeys.Read(KeyFile)!.Current;

        // Killed after the file had its new key and before anything was wrapped by it.
        MasterKeys.Read(KeyFile)!.WithNew().Replace(KeyFile);
        Assert.Equal($"{Secret}7", await vault.ReadAsync("acc-2026-0007", "1", Ended));
        Assert.Equal(20, await vault.RotateAsync(Ended));
        // And half way: some are wrapped by the old key still.
        await vault.PutAsync("acc-2026-0021", $"{Secret}21", Ended);
        Assert.Equal(21, await vault.RotateAsync(Ended));
        for (var number = 1; number <= 21; number++)
            Assert.Equal($"{Secret}{number}", await vault.ReadAsync($"acc-2026-{number:0000}", "1", Ended));
        Assert.Null(MasterKeys.Read(KeyFile)!.Find(first.Id));
        Assert.Equal([MasterKeys.Read(KeyFile)!.Current.Id], await memory.Store.Vault.KeysInUseAsync(Ended));
        Assert.Equal([KeyFile, $"{KeyFile}.lock"], Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Those_who_put_in_at_once_each_get_a_version(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        EmbeddedVault[] vaults = [Vault(memory), new EmbeddedVault(memory.Another(), Options.Create(new VaultOptions { KeyFile = KeyFile }), new FakeTime())];
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number => (Number: number, Version: await Task.Run(() => PutPatientlyAsync(vaults[number % 2], $"{Secret}{number}"), Ended))));
        Assert.Equal(20, versions.Select(each => each.Version).Distinct().Count());
        foreach (var (number, version) in versions)
            Assert.Equal($"{Secret}{number}", await vaults[0].ReadAsync(Entry, version, Ended));
    }

    [Fact]
    public async Task Those_who_make_the_first_key_at_once_all_have_the_same_one()
    {
        const int Makers = 8;
        for (var round = 1; round <= 100; round++)
        {
            var file = folder.File($"{round}/keys.json");
            using var ready = new Barrier(Makers);
            var made = await Task.WhenAll(Enumerable.Range(0, Makers).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    ready.SignalAndWait(Ended);
                    return MasterKeys.CreateAsync(file, Ended);
                },
                Ended, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
            Assert.Equal([MasterKeys.Read(file)!.Current], made.Select(keys => keys.Current).Distinct());
            Assert.Equal([file, $"{file}.lock"], Directory.GetFiles(Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal));
        }
    }

    [Theory, OnBoth]
    public async Task Those_who_change_the_key_at_once_lose_none(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        EmbeddedVault[] vaults = [Vault(memory), new EmbeddedVault(memory.Another(), Options.Create(new VaultOptions { KeyFile = KeyFile }), new FakeTime())];
        for (var number = 1; number <= 10; number++)
            await vaults[0].PutAsync($"acc-2026-{number:0000}", $"{Secret}{number}", Ended);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => vaults[number % 2].RotateAsync(Ended), Ended)));
        for (var number = 1; number <= 10; number++)
            Assert.Equal($"{Secret}{number}", await vaults[1].ReadAsync($"acc-2026-{number:0000}", "1", Ended));
    }

    // Two instances that add at the very same moment: the slower may have to be pressed again, and nothing is mixed up.
    private static async Task<string> PutPatientlyAsync(EmbeddedVault vault, string value)
    {
        while (true)
        {
            try
            {
                return await vault.PutAsync(Entry, value, Ended);
            }
            catch (System.Data.Common.DbException)
            {
            }
        }
    }

    private EmbeddedVault Vault(Memory memory) => new(memory.Store, Options.Create(new VaultOptions { KeyFile = KeyFile }), new FakeTime());
}
