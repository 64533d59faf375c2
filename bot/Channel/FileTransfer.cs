using System.Net;
using Microsoft.Extensions.Options;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// Fetches what people attach and uploads what they accept. SharePoint's addresses are already authorised and must never see the bot's
/// token; pictures in a message lie on the Connector and need it (OUT-04).
/// </summary>
internal sealed class FileTransfer(ChannelHttp http, BotToken token, TrustedHosts hosts, IOptions<BotOptions> options, TimeProvider time)
{
    private static readonly string[] FileHosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"];

    private readonly BotOptions options = options.Value;

    /// <summary>Fetches a file. Redirects are not followed: what lies elsewhere was not sent to us.</summary>
    /// <param name="address">Where it lies.</param>
    /// <param name="picture">True for a picture in a message, which lies with the Connector; a file lies with SharePoint.</param>
    /// <param name="most">The most bytes that are taken.</param>
    public async Task<Download> DownloadAsync(string address, bool picture, int most, CancellationToken cancellationToken)
    {
        if (!(picture ? hosts.Allows(address) : IsFileHost(address)))
            return new Download.Refused(EvidenceFault.Elsewhere);
        string? bearer = null;
        if (picture && !options.Local && (bearer = await token.GetAsync(cancellationToken)) is null)
            return new Download.Later(null);

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (bearer is not null)
            request.Headers.Authorization = new("Bearer", bearer);
        using var timeout = new CancellationTokenSource(options.ConnectorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.IsSuccessStatusCode)
                return await ReadAsync(response.Content, most, either.Token);
            if (bearer is not null && response.StatusCode is HttpStatusCode.Unauthorized)
                token.Drop(bearer);
            return (int)response.StatusCode switch
            {
                >= 300 and < 400 => new Download.Refused(EvidenceFault.Elsewhere),
                401 when bearer is not null => new Download.Later(null),
                408 or 412 or 429 or >= 500 => new Download.Later(response.Headers.RetryAfter?.Delta),
                _ => new Download.Refused(EvidenceFault.NotReached), // gone, or its address has run out
            };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Download.Later(null);
        }
    }

    /// <summary>Uploads a whole file to the address that its owner's consent gave us. False when it was not taken.</summary>
    public async Task<bool> UploadAsync(string uploadUrl, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (!IsFileHost(uploadUrl) || file.IsEmpty)
            return false;
        using var request = new HttpRequestMessage(HttpMethod.Put, uploadUrl) { Content = new ReadOnlyMemoryContent(file) };
        request.Content.Headers.ContentRange = new(0, file.Length - 1, file.Length);
        using var timeout = new CancellationTokenSource(options.ConnectorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.Client.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    // What a length says may be wrong; what comes is counted.
    private static async Task<Download> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
            return new Download.Refused(EvidenceFault.TooLarge);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (await stream.ReadAsync(piece, cancellationToken) is > 0 and var read)
        {
            if (bytes.Length + read > most)
                return new Download.Refused(EvidenceFault.TooLarge);
            bytes.Write(piece, 0, read);
        }
        return new Download.Received(bytes.ToArray());
    }

    // Which of SharePoint's hosts are the Trust's own is known where an administrator named them.
    private bool IsFileHost(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0 }
        && (options.FileHosts.Count > 0
            ? options.FileHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)
            : FileHosts.Any(host => url.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)));
}
