namespace PolicyBot.Bot.Channel;

/// <summary>
/// The one way out to Microsoft's services. It never follows a redirect, since the header would travel along (OUT-03), and keeps no
/// cookies. Callers bring their own time-outs.
/// </summary>
internal sealed class ChannelHttp(HttpMessageHandler handler) : IDisposable
{
    public const string UserAgent = "PolicyBot";
    public const int LargestAnswer = 4 * 1024 * 1024;

    public HttpClient Client { get; } = new(handler)
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
        DefaultRequestHeaders = { { "User-Agent", UserAgent } },
    };

    /// <summary>
    /// The same handler without what HttpClient does around it: every reply passes here, and the Connector's calls bring their own time-out,
    /// headers and limits.
    /// </summary>
    public HttpMessageInvoker Bare { get; } = new(handler, disposeHandler: false);

    public static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null, // Teams has no use for our trace ids
    };

    public void Dispose()
    {
        Bare.Dispose();
        Client.Dispose();
    }
}
