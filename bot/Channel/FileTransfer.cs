using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// Fetches what people attach and uploads what they accept. SharePoint's addresses are already authorised and must never see the bot's
/// token; pictures in a message lie on the Connector and need it (OUT-04).
/// </summary>
internal sealed class FileTransfer(ChannelHttp http, BotToken token, TrustedHosts hosts, IOptions<BotOptions> options, TimeProvider time)
{
    private static readonly string[] FileHosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"];

    private readonly BotOptions options = options.Value;

    /// <summary>The bytes of an attachment, or null when its address is not trusted, it is too large (over 4 MB) or it cannot be had.</summary>
    public async Task<byte[]?> DownloadAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        if (attachment.ContentType == ContentTypes.FileDownload)
        {
            return attachment.Content.Text("downloadUrl") is { } own && IsFileHost(own) ? await GetAsync(own, bearer: null, cancellationToken) : null;
        }

        if (!hosts.Allows(attachment.ContentUrl))
            return null;
        var bearer = options.Local ? null : await token.GetAsync(cancellationToken);
        return options.Local || bearer is not null ? await GetAsync(attachment.ContentUrl!, bearer, cancellationToken) : null;
    }

    /// <summary>Uploads a whole file to the address that its owner's consent gave us. False when it was not taken.</summary>
    public async Task<bool> UploadAsync(string uploadUrl, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        if (!IsFileHost(uploadUrl) || file.IsEmpty)
            return false;
        using var request = new HttpRequestMessage(HttpMethod.Put, uploadUrl) { Content = new ReadOnlyMemoryContent(file) };
        request.Content.Headers.ContentRange = new(0, file.Length - 1, file.Length);
        return await SendAsync(request, cancellationToken) is not null;
    }

    private async Task<byte[]?> GetAsync(string address, string? bearer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (bearer is not null)
            request.Headers.Authorization = new("Bearer", bearer);
        return await SendAsync(request, cancellationToken);
    }

    private async Task<byte[]?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.ConnectorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.Client.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(either.Token) : null;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static bool IsFileHost(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0 }
        && FileHosts.Any(host => url.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase));
}
