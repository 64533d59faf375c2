using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>The calls to SharePoint's lists and libraries: JSON through Graph's client, and bytes from and to the addresses that Graph gives out for them.</summary>
/// <remarks>Written by path, as Graph documents them: the library's typed calls lack the permissions of a list, and give numbers and dates back in other forms than they came.</remarks>
internal sealed class SharePoint(GraphGate gate, ChannelHttp http, IOptions<GraphOptions> options)
{
    /// <summary>SharePoint's cost in resource units.</summary>
    public const int Single = 1, Change = 2, Permission = 5;

    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal) { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

    /// <summary>What lies at a path; null when there is nothing.</summary>
    public async Task<JsonElement?> FindAsync(string path, int units, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(Method.GET, path, units, null, null, cancellationToken);
        }
        catch (SharePointException fault) when (fault.IsMissing)
        {
            return null;
        }
    }

    /// <summary>Sends JSON and gives back what was answered; null when that is nothing.</summary>
    /// <param name="path">Below <c>/v1.0</c>, or a whole address of a next page.</param>
    /// <param name="ifMatch">The version that it must have, or the call changes nothing and is refused.</param>
    /// <exception cref="SharePointException">It was refused, or nobody knows.</exception>
    public Task<JsonElement?> SendAsync(Method method, string path, int units, string? json, string? ifMatch, CancellationToken cancellationToken) => AskAsync(
        async (client, token) =>
        {
            var request = Request(client, method, path);
            if (json is not null)
                request.SetStreamContent(new MemoryStream(Encoding.UTF8.GetBytes(json)), "application/json");
            if (ifMatch is not null)
                request.Headers.Add("If-Match", ifMatch);
            return await ReadAsync(client, request, token);
        },
        units, cancellationToken);

    /// <summary>Puts a small file in one piece.</summary>
    public Task<JsonElement?> PutAsync(string path, byte[] file, CancellationToken cancellationToken) => AskAsync(
        async (client, token) =>
        {
            var request = Request(client, Method.PUT, path);
            request.SetStreamContent(new MemoryStream(file, writable: false), "application/octet-stream");
            return await ReadAsync(client, request, token);
        },
        Change, cancellationToken);

    /// <summary>Reads a file from the address that Graph gave for it, a piece at a time.</summary>
    public Task<T> DownloadAsync<T>(Uri address, Func<Stream, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken) => AskAsync(
        async (_, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Checked(address));
            using var response = await http.Bare.SendAsync(request, token);
            ThrowIfRefused(response, HttpStatusCode.OK);
            await using var stream = await response.Content.ReadAsStreamAsync(token);
            return await read(stream, token);
        },
        Single, cancellationToken);

    /// <summary>Asks an upload how far it is, or gives it a slice. An upload's address lets in whoever has it, so no token goes there.</summary>
    public Task<(HttpStatusCode Status, JsonElement? Body)> UploadAsync(Uri address, ReadOnlyMemory<byte> slice, long from, long whole, CancellationToken cancellationToken) => AskAsync(
        async (_, token) =>
        {
            using var request = new HttpRequestMessage(slice.IsEmpty ? HttpMethod.Get : HttpMethod.Put, Checked(address));
            if (!slice.IsEmpty)
            {
                request.Content = new ReadOnlyMemoryContent(slice);
                request.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + slice.Length - 1, whole);
            }
            using var response = await http.Bare.SendAsync(request, token);
            ThrowIfRefused(response, HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.RequestedRangeNotSatisfiable);
            var text = response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(token) : [];
            return (response.StatusCode, text.Length == 0 ? (JsonElement?)null : JsonElement.Parse(text));
        },
        Change, cancellationToken);

    private async Task<T> AskAsync<T>(Func<GraphServiceClient, CancellationToken, Task<T>> call, int units, CancellationToken cancellationToken)
    {
        var answer = await gate.CallAsync(GraphResource.SharePoint, call, cancellationToken, units);
        return answer.Fault is { } fault ? throw new SharePointException(fault) : answer.Value!;
    }

    private static RequestInformation Request(GraphServiceClient client, Method method, string path)
    {
        var request = new RequestInformation { HttpMethod = method, URI = new Uri(path.StartsWith('/') ? client.RequestAdapter.BaseUrl + path : path) };
        request.Headers.Add("Accept", "application/json");
        return request;
    }

    private static async Task<JsonElement?> ReadAsync(GraphServiceClient client, RequestInformation request, CancellationToken cancellationToken)
    {
        await using var answer = await client.RequestAdapter.SendPrimitiveAsync<Stream>(request, Errors, cancellationToken);
        if (answer is null)
            return null;
        using var bytes = new MemoryStream();
        await answer.CopyToAsync(bytes, cancellationToken);
        return bytes.Length == 0 ? null : JsonElement.Parse(bytes.ToArray());
    }

    private static void ThrowIfRefused(HttpResponseMessage response, params ReadOnlySpan<HttpStatusCode> expected)
    {
        if (!expected.Contains(response.StatusCode))
            throw new ApiException { ResponseStatusCode = (int)response.StatusCode, ResponseHeaders = response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase) };
    }

    // It comes from Graph and from the database; it must lead to Microsoft over TLS, or to this machine's own Graph.
    private Uri Checked(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && options.Value.Address.IsLoopback) ? address : throw new ApiException { ResponseStatusCode = 400 };
}
