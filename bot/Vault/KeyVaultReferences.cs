using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Azure.Core;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Vault;

/// <summary>
/// Settings that do not hold a secret but say where it lies: <c>@KeyVault(name)</c> stands for what Azure Key Vault holds under that name when the bot starts. The bot reads it as the
/// machine that it runs on, because its own secret may be one of those.
/// </summary>
internal static partial class KeyVaultReferences
{
    private const string Begins = "@KeyVault";
    private const string Address = $"{KeyVaultOptions.Section}:{nameof(KeyVaultOptions.Uri)}";

    /// <summary>Puts the secrets over the settings that name them.</summary>
    /// <exception cref="KeyVaultReferenceException">One of them cannot be read.</exception>
    public static async Task ResolveAsync(IConfigurationManager configuration, ChannelHttp? http = null, TokenCredential? credential = null)
    {
        var named = configuration.AsEnumerable().Where(setting => setting.Value?.StartsWith(Begins, StringComparison.OrdinalIgnoreCase) is true)
            .OrderBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).Select(setting => (setting.Key, Name: NameIn(setting.Key, setting.Value!))).ToImmutableArray();
        if (!named.IsEmpty)
            configuration.AddInMemoryCollection(await ReadAsync(named, configuration, http, credential));
    }

    // A method of its own: whoever names no secret does not load the library that reads them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<ImmutableArray<KeyValuePair<string, string?>>> ReadAsync(
        ImmutableArray<(string Key, string Name)> named, IConfiguration configuration, ChannelHttp? http, TokenCredential? credential)
    {
        if (!Uri.TryCreate(configuration[Address], UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw new KeyVaultReferenceException($"{named[0].Key} names a secret in Azure Key Vault, so {Address} must be the vault's address, as https://NAME.vault.azure.net/.");
        using var own = http is null ? new ChannelHttp(ChannelHttp.Sockets()) : null;
        var way = http ?? own!;
        var options = configuration.GetSection(KeyVaultOptions.Section).Get<KeyVaultOptions>()!;
        var vault = new AzureKeyVault(options, credential ?? MachineCredential.Create(configuration.GetSection(BotOptions.Section).Get<BotOptions>() ?? new BotOptions(), way), way);
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string?>>();
        foreach (var (key, name) in named)
            values.Add(KeyValuePair.Create(key, (string?)await ReadAsync(vault, key, name)));
        return values.ToImmutable();
    }

    private static async Task<string> ReadAsync(AzureKeyVault vault, string key, string name)
    {
        try
        {
            return await vault.FindAsync(name, CancellationToken.None) ?? throw new KeyVaultReferenceException($"{key} names the secret {name}, and Azure Key Vault has none of that name.");
        }
        catch (VaultException fault)
        {
            throw new KeyVaultReferenceException($"{key} names the secret {name}, which cannot be read. {fault.Message}");
        }
    }

    private static string NameIn(string key, string value) => Reference().Match(value) is { Success: true } match
        ? match.Groups["name"].Value
        : throw new KeyVaultReferenceException($"{key} must be written as @KeyVault(name), with the name of a secret: letters, digits and hyphens.");

    [GeneratedRegex(@"\A@KeyVault\((?<name>[0-9A-Za-z-]{1,127})\)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();
}

/// <summary>A setting names a secret that cannot be read. The message says which and why, and holds no secret.</summary>
internal sealed class KeyVaultReferenceException(string message) : Exception(message);
