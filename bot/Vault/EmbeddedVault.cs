using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Vault;

/// <summary>
/// The vault of a small trust: sealed rows beside the cases, whose master key lies elsewhere. Each version has a key of its own that the master key wraps, so that changing
/// the master key touches no value.
/// </summary>
internal sealed class EmbeddedVault(CaseStore store, IOptions<VaultOptions> options, TimeProvider time) : IVault
{
    private readonly string keyFile = options.Value.KeyFile;

    public string Name => "the embedded vault";

    public async Task<string> PutAsync(string entry, string value, CancellationToken cancellationToken)
    {
        var master = (await KeysAsync(cancellationToken)).Current;
        var version = await store.Vault.AddAsync(entry, number => Sealed(entry, number, value, master), time.GetUtcNow());
        return version.ToString(CultureInfo.InvariantCulture);
    }

    public async Task<string> ReadAsync(string entry, string version, CancellationToken cancellationToken)
    {
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await store.Vault.FindAsync(entry, number, cancellationToken) is not { } kept)
            throw new VaultException("The vault has no such entry any more. Somebody has to put the details in again.");
        return Encoding.UTF8.GetString(Open(kept, KeysInFile()));
    }

    public Task ForgetBeforeAsync(string entry, string version, CancellationToken cancellationToken) =>
        store.Vault.ForgetBeforeAsync(entry, int.Parse(version, NumberStyles.None, CultureInfo.InvariantCulture));

    public Task RemoveAsync(string entry, CancellationToken cancellationToken) => store.Vault.RemoveAsync(entry);

    /// <summary>
    /// A new master key wraps all that is kept. Killed at any point it can be run again: the file always holds every key that is in use. A key that was replaced stays until
    /// the next time, since a bot may have put something in with it at this very moment.
    /// </summary>
    /// <returns>How many versions were wrapped anew.</returns>
    public async Task<int> RotateAsync(CancellationToken cancellationToken)
    {
        _ = await KeysAsync(cancellationToken);
        using var turn = await MasterKeys.TurnAsync(keyFile, cancellationToken);
        var inUse = await store.Vault.KeysInUseAsync(cancellationToken);
        var keys = KeysInFile();
        if (inUse.FirstOrDefault(id => keys.Find(id) is null) is { } lost)
            throw Lost(lost);
        // What no version is wrapped by goes, except the newest of them: that is the one which the last time made, or which a bot uses now.
        keys = new MasterKeys([.. keys.Keys.Where(key => inUse.Contains(key.Id, StringComparer.Ordinal) || key == keys.Current)]).WithNew();
        keys.Replace(keyFile);
        var count = 0;
        foreach (var kept in await store.Vault.WrappedOtherwiseAsync(keys.Current.Id, cancellationToken))
            if (await store.Vault.RewrapAsync(kept, keys.Current.Id, Sealing.Seal(keys.Current.Bytes, DataKey(kept, keys), About(kept.Entry, kept.Version, "key"))))
                count++;
        return count;
    }

    private MasterKeys KeysInFile() => MasterKeys.Read(keyFile)
        ?? throw new VaultException("The vault's key file is not there. Put it back from where you keep it; nothing in the vault was changed.");

    // The first key is made with the first entry. Where there are entries already, a new key would only hide that theirs is lost.
    private async Task<MasterKeys> KeysAsync(CancellationToken cancellationToken) =>
        MasterKeys.Read(keyFile) ?? ((await store.Vault.KeysInUseAsync(cancellationToken)).IsEmpty ? await MasterKeys.CreateAsync(keyFile, cancellationToken) : KeysInFile());

    private static SealedEntry Sealed(string entry, int version, string value, MasterKey master)
    {
        var dataKey = RandomNumberGenerator.GetBytes(32);
        return new SealedEntry(
            entry, version, master.Id, Sealing.Seal(master.Bytes, dataKey, About(entry, version, "key")), Sealing.Seal(dataKey, Encoding.UTF8.GetBytes(value), About(entry, version, "value")));
    }

    private static byte[] Open(SealedEntry kept, MasterKeys keys)
    {
        var dataKey = DataKey(kept, keys);
        try
        {
            return Sealing.Open(dataKey, kept.Sealed, About(kept.Entry, kept.Version, "value"));
        }
        catch (CryptographicException)
        {
            throw Altered();
        }
    }

    private static byte[] DataKey(SealedEntry kept, MasterKeys keys)
    {
        var master = keys.Find(kept.KeyId) ?? throw Lost(kept.KeyId);
        try
        {
            return Sealing.Open(master.Bytes, kept.Wrapped, About(kept.Entry, kept.Version, "key"));
        }
        catch (CryptographicException)
        {
            throw Altered();
        }
    }

    private static string About(string entry, int version, string what) => string.Create(CultureInfo.InvariantCulture, $"policybot vault|{entry}|{version}|{what}");

    private static VaultException Lost(string keyId) =>
        new($"The vault's key file does not hold key {keyId}, by which this is sealed. Put the right file back; nothing in the vault was changed.");

    private static VaultException Altered() =>
        new("What lies in the vault does not fit its key: the key file is another vault's, or the entry was altered. Put the right file back, or put the details in again.");
}
