namespace PolicyBot.Bot.Channel;

/// <summary>
/// The one way out to Microsoft's services. It never follows a redirect, since the header would travel along (OUT-03), and keeps no
/// cookies. Callers bring their own time-outs.
/// </summary>
internal sealed class ChannelHttp(HttpMessageHandler handler) : IDisposable
{
    public HttpClient Client { get; } = new(handler)
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
        DefaultRequestHeaders = { { "User-Agent", "PolicyBot" } },
    };

    public static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    public void Dispose() => Client.Dispose();
}
