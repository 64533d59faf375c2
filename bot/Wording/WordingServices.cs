using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs.Wording;

namespace PolicyBot.Bot.Wording;

/// <summary>Puts the language model together, where one is configured; otherwise there is none, and it costs nothing.</summary>
internal static class WordingServices
{
    // A second line behind the turn's own patience, which is the shorter one.
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddWording(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AzureOpenAIOptions>().Bind(configuration.GetSection(AzureOpenAIOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AzureOpenAIOptions>>(
            new AzureOpenAIOptionsCheck(configuration.GetSection(BotOptions.Section).GetValue<bool>(nameof(BotOptions.Local))));
        if (AzureOpenAIOptions.IsConfigured(configuration))
            AddModel(services);
        return services;
    }

    // A method of its own: whoever has no model does not load the libraries that speak to one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddModel(IServiceCollection services)
    {
        services.AddSingleton<Breaker>();
        services.AddSingleton(Chat);
        services.AddSingleton<IWording, LanguageModel>();
        services.AddSingleton<TurnWording>();
    }

    private static ChatClient Chat(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value;
        var http = services.GetRequiredService<ChannelHttp>();
        var client = new OpenAIClientOptions
        {
            Endpoint = options.Address,
            NetworkTimeout = NetworkTimeout,
            RetryPolicy = new ClientRetryPolicy(0), // a second try would come too late for the person who asked
            Transport = new HttpClientPipelineTransport(http.Client),
            ClientLoggingOptions = new() { EnableLogging = false },
            EnableDistributedTracing = false,
        };
        if (options.ApiKey is { Length: > 0 } key)
            return new ChatClient(options.Deployment!, new ApiKeyCredential(key), client);

        var bot = services.GetRequiredService<IOptions<BotOptions>>().Value;
#pragma warning disable OPENAI001 // Marked as experimental in the library; it is the way that Azure's own pages show.
        return new ChatClient(options.Deployment!, new BearerTokenPolicy(MachineCredential.Create(bot, http), options.Scope), client);
#pragma warning restore OPENAI001
    }
}
