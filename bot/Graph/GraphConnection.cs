using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Graph;

/// <summary>The one client of Microsoft Graph, made when it is first needed.</summary>
internal sealed class GraphConnection(IOptions<GraphOptions> options, IOptions<BotOptions> bot, ChannelHttp http) : IDisposable
{
    private readonly Lazy<GraphServiceClient> client = new(() => Open(options.Value, bot.Value, http));

    public GraphServiceClient Client => client.Value;

    private static GraphServiceClient Open(GraphOptions options, BotOptions bot, ChannelHttp http)
    {
        // The library's own retries would send a create twice (503), take a date in Retry-After for local time, and hide how often was tried. The outbox retries.
        var handlers = GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not (RetryHandler or RedirectHandler));
#pragma warning disable CA2000 // The Graph client keeps it as long as it lives.
        var calls = GraphClientFactory.Create(handlers, finalHandler: new OneWayOut(http), disposeHandler: false);
#pragma warning restore CA2000
        calls.Timeout = Timeout.InfiniteTimeSpan; // each call brings its own
        return new GraphServiceClient(calls, Authentication(options, bot, http), options.Address.AbsoluteUri);
    }

    // Without its host in the list the library sends no token at all, and says nothing.
    private static IAuthenticationProvider Authentication(GraphOptions options, BotOptions bot, ChannelHttp http) => bot.Local
        ? new AnonymousAuthenticationProvider()
        : new AzureIdentityAuthenticationProvider(
            GraphCredential.Create(options, Cloud.Of(bot).Login, http), [options.Address.Host], null, isCaeEnabled: true, Scope(options));

    private static string Scope(GraphOptions options) =>
        options.Address.IsLoopback ? "https://graph.microsoft.com/.default" : $"{options.Address.GetLeftPart(UriPartial.Authority)}/.default";

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    /// <summary>Microsoft's services are all reached through <see cref="ChannelHttp"/>.</summary>
    private sealed class OneWayOut(ChannelHttp http) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await http.Bare.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType == "application/json")
                return response;
            // A gateway refuses with a page of HTML, which the library cannot read: it would forget the status, and when to come back.
            response.Content.Dispose();
            response.Content = new StringContent($$$"""{"error":{"code":"{{{response.StatusCode}}}","message":""}}""", System.Text.Encoding.UTF8, "application/json");
            return response;
        }
    }
}
