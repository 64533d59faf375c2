using System.Collections.Concurrent;

namespace PolicyBot.Tests.Fakes;

/// <summary>
/// Stands where the internet begins: known outside hosts lead to loopback fakes, loopback itself is let through, and any other host
/// fails the call and is remembered, so that a test can insist that nothing unexpected was called.
/// </summary>
internal sealed class OutsideWorld : DelegatingHandler
{
    // The address at which a machine in Azure finds its own identity; there is no https there.
    private const string MachineIdentity = "169.254.169.254";

    private readonly ConcurrentDictionary<string, Uri> hosts = new(StringComparer.OrdinalIgnoreCase);

    public OutsideWorld() : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
    }

    /// <summary>Every address that was asked for, as the bot wrote it.</summary>
    public ConcurrentQueue<Uri> Asked { get; } = new();

    /// <summary>Addresses that nobody should have asked for.</summary>
    public ConcurrentQueue<Uri> Unexpected { get; } = new();

    public OutsideWorld Map(string host, Uri to)
    {
        hosts[host] = to;
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri ?? throw new InvalidOperationException("A request without an address.");
        Asked.Enqueue(asked);
        if (hosts.TryGetValue(asked.Host, out var to) && (asked.Scheme == Uri.UriSchemeHttps || asked.Host == MachineIdentity))
        {
            request.RequestUri = new Uri(to.GetLeftPart(UriPartial.Authority) + asked.PathAndQuery);
        }
        else if (!asked.IsLoopback)
        {
            Unexpected.Enqueue(asked);
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"The tests know no host {asked.Host}.");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
