namespace PolicyBot.Bot.Vault;

/// <summary>Where sign-in details lie. Nothing else of the bot ever holds one: they go from a page into it, and from it to a page.</summary>
internal interface IVault
{
    /// <summary>What it is, for people: "Azure Key Vault", "the embedded vault".</summary>
    string Name { get; }

    /// <summary>Keeps a new version and gives its name. The versions before it stay until <see cref="ForgetBeforeAsync"/>.</summary>
    /// <exception cref="VaultException">It could not be kept.</exception>
    Task<string> PutAsync(string entry, string value, CancellationToken cancellationToken);

    /// <summary>Reads exactly this version.</summary>
    /// <exception cref="VaultException">It could not be read, or there is no such version.</exception>
    Task<string> ReadAsync(string entry, string version, CancellationToken cancellationToken);

    /// <summary>What came before a version can be read no more.</summary>
    /// <exception cref="VaultException">It is there still, and goes with the next version.</exception>
    Task ForgetBeforeAsync(string entry, string version, CancellationToken cancellationToken);

    /// <summary>Takes an entry out with all its versions; does nothing when there is none.</summary>
    /// <exception cref="VaultException">It is there still.</exception>
    Task RemoveAsync(string entry, CancellationToken cancellationToken);
}

/// <summary>The vault could not do what was asked. The message says why and what to do, and holds nothing that was to be kept.</summary>
internal sealed class VaultException(string message) : Exception(message);
