using System.Data.Common;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Vault;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary><c>vault rotate-key</c>: a new master key for the embedded vault. May run beside the bot, and again after it was killed.</summary>
internal static class RotateVaultKey
{
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (args is not ["rotate-key"])
        {
            await errors.WriteLineAsync("Write: vault rotate-key.");
            return 1;
        }
        if (configuration[$"{KeyVaultOptions.Section}:{nameof(KeyVaultOptions.Uri)}"] is { Length: > 0 })
        {
            await errors.WriteLineAsync("The vault is Azure Key Vault (KeyVault:Uri), which keeps its own keys. There is nothing to rotate here.");
            return 1;
        }
        try
        {
            var options = configuration.GetSection(VaultOptions.Section).Get<VaultOptions>() ?? new VaultOptions();
            await using var store = new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.FromMinutes(1));
            var count = await new EmbeddedVault(store, Options.Create(options), time).RotateAsync(CancellationToken.None);
            await output.WriteLineAsync(
                $"{count} {(count == 1 ? "entry is" : "entries are")} wrapped by a new key in {Path.GetFullPath(options.KeyFile)}. Back that file up, apart from the database. "
                + "The key before it stays in the file until the next time, for a bot that was putting something in at this moment.");
            return 0;
        }
        catch (VaultException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (ArgumentException fault) when (fault.ParamName == "connectionString")
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException { InnerException: DbException })
        {
            await errors.WriteLineAsync(Composition.CasesUnreadable);
            return 1;
        }
    }
}
