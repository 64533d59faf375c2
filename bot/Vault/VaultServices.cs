using System.Runtime.CompilerServices;
using Azure.Identity;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Vault;

/// <summary>Puts the vault and its pages together.</summary>
internal static class VaultServices
{
    public static IServiceCollection AddVault(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VaultOptions>().Bind(configuration.GetSection(VaultOptions.Section))
            .Validate(
                vault => vault.Address is not { } address || address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback),
                "Vault:Address must be where people reach the bot, as https://bot.trust.example.")
            .ValidateOnStart();
        services.AddOptions<KeyVaultOptions>().Bind(configuration.GetSection(KeyVaultOptions.Section))
            .Validate(vault => vault.Uri is not { } address || address is { IsAbsoluteUri: true, Scheme: "https" }, "KeyVault:Uri must be the vault's address, as https://NAME.vault.azure.net/.")
            .ValidateOnStart();
        services.AddSingleton<VaultDoor>();
        services.AddSingleton<EntraTokens>();
        services.AddSingleton<WrongCodes>();
        services.AddSingleton<VaultDesk>();
        services.AddSingleton<VaultPages>();
        if (string.IsNullOrEmpty(configuration.GetSection(KeyVaultOptions.Section)[nameof(KeyVaultOptions.Uri)]))
            services.AddSingleton<IVault, EmbeddedVault>();
        else
            AddKeyVault(services);
        return services;
    }

    public static void MapVault(this WebApplication app) => app.Map("/vault/{purpose}/{subject}", (RequestDelegate)(context => app.Services.GetRequiredService<VaultPages>().HandleAsync(
        context, context.GetRouteValue("purpose") as string ?? "", context.GetRouteValue("subject") as string ?? "")));

    // A method of its own: whoever has no Key Vault does not load the library that speaks to one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddKeyVault(IServiceCollection services) => services.AddSingleton<IVault>(provider =>
    {
        var bot = provider.GetRequiredService<IOptions<BotOptions>>().Value;
        var http = provider.GetRequiredService<ChannelHttp>();
        // The bot's own registration; on somebody's own machine whoever is signed in to the Azure CLI.
        return new AzureKeyVault(
            provider.GetRequiredService<IOptions<KeyVaultOptions>>().Value,
            bot.Local ? new AzureCliCredential(new AzureCliCredentialOptions { AuthorityHost = Cloud.Of(bot).Login }) : BotCredential.Create(bot, http),
            http);
    });
}
