using PolicyBot.Bot.Commands;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Disposal;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;
using PolicyBot.Tests.Vault;
using static PolicyBot.Tests.Accounts.Registered;

namespace PolicyBot.Tests.Accounts;

/// <summary>What the vault wrote about an account stays, whatever a form or a file says: without it the way to the details is lost.</summary>
public sealed class VaultEntryKeptTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private const string Entry = "acc-2026-0001/2";

    [Theory]
    [InlineData("")]
    [InlineData("north-instagram")]
    [InlineData("acc-2026-0001/1")]
    public void A_change_keeps_it(string said)
    {
        var account = InVault();
        var changed = After(AccountRules.Change(account, account.Facts with { Purpose = "News", VaultEntry = said.Length > 0 ? said : null }, [], Sam, Now));
        Assert.Equal((Entry, "News"), (changed.VaultEntry, changed.Facts.Purpose));
    }

    [Fact]
    public async Task The_page_saves_the_rest_and_does_not_ask_for_it()
    {
        var (priya, sam) = (office.School.Teacher(), office.Sam);
        var reference = await sam.AddsAccountAsync("north_kept", priya.Member);
        await office.School.PutsInAsync(priya, await office.School.AccountAsync(reference), "Fennel-Tansy&77");
        var entry = (await office.School.AccountAsync(reference)).VaultEntry;
        Assert.EndsWith("/1", entry, StringComparison.Ordinal);
        await sam.PressesAsync("Change how it is kept safe", on: reference);
        sam.Sees("Its sign-in details are in the vault.").DoesNotSee("Name of its entry");
        var press = await sam.Chooses("Two-factor sign-in", "On, with an app").PressingAsync("Save", on: reference);
        // An older form still has the field.
        press["value"]!["action"]!["data"]!.AsObject()[AccountFields.VaultEntry] = "somewhere-else";
        await office.School.DeliverAsync(press);
        var after = await office.School.AccountAsync(reference);
        Assert.Equal((entry, TwoFactor.App), (after.VaultEntry, after.Facts.TwoFactor));
    }

    [Theory, OnBoth]
    public async Task An_import_keeps_it_and_what_was_exported_can_be_imported_again(Engine engine)
    {
        await using var memory = await Memory.NewAsync(engine);
        using var run = new CommandRun();
        var added = (Ruling<Account>.Allowed)AccountRules.Add(Reference, Good with { VaultEntry = null }, Priya, [], Sam, "draft-1", Now);
        var put = AccountVault.PutIn(added.After, new VaultEntry("acc-2026-0001", "2"), Priya, Now);
        await memory.Store.CommitAsync(Storage.Sample.Turn("add") with { Case = new CaseChange(0, put.After, [.. added.Entries, .. put.Entries]) });

        Assert.Equal(0, await RegisterCommand.RunAsync(["export", "--out", run.PathOf("out.csv")], run.Settings(memory), new FakeTime(Now), run.Output, run.Errors));
        foreach (var (csv, changed) in ((string, int)[])[
            (await System.IO.File.ReadAllTextAsync(run.PathOf("out.csv"), TestContext.Current.CancellationToken), 0),
            ("platform,handle,vaultEntry,purpose\ninstagram,@north_academy,,News\n", 1),
            ("platform,handle,vaultEntry,purpose\ninstagram,@north_academy,acc-2026-0001/1,Old news\n", 1)])
        {
            await System.IO.File.WriteAllTextAsync(run.PathOf("in.csv"), csv, TestContext.Current.CancellationToken);
            Assert.True(await RegisterCommand.RunAsync(["import", run.PathOf("in.csv")], run.Settings(memory), new FakeTime(Now), run.Output, run.Errors) == 0, run.Errors.ToString());
            Assert.Contains($"{changed} changed", run.Output.ToString(), StringComparison.Ordinal);
            Assert.Equal(Entry, (await memory.Store.Accounts.FindAsync(Reference, TestContext.Current.CancellationToken))!.VaultEntry);
            run.Output.GetStringBuilder().Clear();
        }
    }

    private static Account InVault() => AccountVault.PutIn(Healthy, new VaultEntry("acc-2026-0001", "2"), Priya, Now).After;
}
