using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Vault;

namespace PolicyBot.Bot.Commands;

/// <summary>Whether sign-in details can be kept and reached: which vault it is, its key, and the address of its pages.</summary>
internal static class VaultChecks
{
    public static IEnumerable<DoctorFinding> Of(IConfiguration configuration)
    {
        var options = configuration.GetSection(VaultOptions.Section).Get<VaultOptions>() ?? new VaultOptions();
        yield return configuration[$"{KeyVaultOptions.Section}:{nameof(KeyVaultOptions.Uri)}"] is { Length: > 0 }
            ? new DoctorFinding("The vault", Severity.Fine, "Azure Key Vault")
            : Embedded(options);
        if (options.Address is null && !configuration.GetSection(BotOptions.Section).GetValue<bool>(nameof(BotOptions.Local)))
            yield return new DoctorFinding("The vault's pages", Severity.Warning, "nobody can open them from Teams", "Name the address under which people reach the bot in Vault:Address.");
    }

    private static DoctorFinding Embedded(VaultOptions options)
    {
        try
        {
            return MasterKeys.Read(options.KeyFile) is { } keys
                ? new DoctorFinding("The vault", Severity.Fine, $"embedded, with the key of {options.KeyFile}, id {keys.Current.Id}")
                : new DoctorFinding("The vault", Severity.Fine, $"embedded; its key will be made in {options.KeyFile} with the first entry");
        }
        catch (VaultException fault)
        {
            return new DoctorFinding("The vault", Severity.Failure, "its key cannot be used", fault.Message);
        }
    }
}
