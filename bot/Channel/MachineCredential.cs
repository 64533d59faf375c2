using Azure.Core.Pipeline;
using Azure.Identity;

namespace PolicyBot.Bot.Channel;

/// <summary>Who the bot is where its own registration has no say: the environment's credential, the machine's own identity, or, on somebody's own machine, whoever is signed in to the Azure CLI.</summary>
internal static class MachineCredential
{
    public static DefaultAzureCredential Create(BotOptions bot, ChannelHttp http)
    {
        var options = new DefaultAzureCredentialOptions
        {
            AuthorityHost = Cloud.Of(bot).Login,
            Transport = new HttpClientTransport(http.Client),
            ExcludeAzureCliCredential = !bot.Local,
            ExcludeAzureDeveloperCliCredential = true,
            ExcludeAzurePowerShellCredential = true,
            ExcludeVisualStudioCredential = true,
            ExcludeVisualStudioCodeCredential = true,
            ExcludeInteractiveBrowserCredential = true,
            ExcludeBrokerCredential = true,
        };
        options.Retry.MaxRetries = 0;
        return new DefaultAzureCredential(options);
    }
}
