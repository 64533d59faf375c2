using Azure.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Channel;

/// <summary>Puts the channel together. It knows nothing of what the bot says.</summary>
internal static class ChannelServices
{
    /// <summary>Registers the channel from section <c>Bot</c>; a wrong configuration stops the start with a sentence that says what to do.</summary>
    public static IServiceCollection AddChannel(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>>(new BotOptionsCheck(environment));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new ChannelHttp(ChannelHttp.Sockets()));
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TrustedHosts>();
        services.AddSingleton<ChannelAuthenticator>();
        services.AddSingleton(Token);
        services.AddSingleton<ConnectorExchange>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<FileTransfer>();
        services.AddSingleton<Pace>();
        return services;
    }

    private static BotToken Token(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<BotOptions>>().Value;
        var http = services.GetRequiredService<ChannelHttp>();
        TokenCredential Credential() => BotCredential.Create(options, http);
        return new(Credential, Cloud.Of(options).Scope, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<BotToken>>());
    }
}
