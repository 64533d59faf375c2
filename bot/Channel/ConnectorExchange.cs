using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// Carries one call to the Connector: checks the host, attaches the token, sets a time-out and reads the outcome. It repeats a call
/// only where that cannot be seen: once with a new token, once on the corrected host. All other retries are the outbox's.
/// </summary>
internal sealed class ConnectorExchange(ChannelHttp http, BotToken token, TrustedHosts hosts, IOptions<BotOptions> options, TimeProvider time)
{
    // When Entra itself refuses us, asking again within minutes only fills its log.
    private static readonly TimeSpan AfterCredentialRefusal = TimeSpan.FromMinutes(5);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly BotOptions options = options.Value;

    /// <summary>Makes the call; every outcome but one is an answer.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; whether the call arrived is then unknown.</exception>
    public async Task<CallAnswer> CallAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        if (call.Body is { } body && Encoding.UTF8.GetCharCount(body.Span) * sizeof(char) > options.MaxMessageBytes)
            return Failed(new ConnectorResult.Refused(0, "MessageSizeTooBig", RefusalScope.None));

        var answer = await AttemptAsync(call, mayRenew: true, cancellationToken);
        if (answer.Failure is ConnectorResult.Refused { Status: 403, Code: "InvalidBotApiHost" } && hosts.Corrected(call.ServiceUrl) is { } corrected)
            answer = await AttemptAsync(call with { ServiceUrl = corrected }, mayRenew: true, cancellationToken);
        return answer;
    }

    private async Task<CallAnswer> AttemptAsync(OutgoingCall call, bool mayRenew, CancellationToken cancellationToken)
    {
        // Checked here as well as when the reference was stored: a row may be older than the list of hosts.
        if (!hosts.Allows(call.ServiceUrl))
            return Failed(new ConnectorResult.Refused(0, "UntrustedHost", RefusalScope.None));

        string? bearer = null;
        if (!options.Local && (bearer = await token.GetAsync(cancellationToken)) is null)
            return Failed(token.IsConfigurationBroken ? new ConnectorResult.Retry(AfterCredentialRefusal, "CredentialRefused") : new ConnectorResult.Retry(null, "NoToken"));

        using var timeout = new CancellationTokenSource(options.ConnectorTimeout, time);
        await using var givenUp = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        using var request = RequestFor(call, bearer);
        HttpResponseMessage response;
        try
        {
            response = await http.Bare.SendAsync(request, timeout.Token);
        }
        catch (HttpRequestException fault)
        {
            return Failed(NeverLeft(fault) ? new ConnectorResult.Retry(null, "Unreachable") : Lost(call, null, "ConnectionLost"));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(Lost(call, null, "TimeOut"));
        }

        using (response)
        {
            var content = await ReadAsync(response, timeout.Token);
            cancellationToken.ThrowIfCancellationRequested();
            if (response.IsSuccessStatusCode)
                return new(content, null);
            if (response.StatusCode == HttpStatusCode.Unauthorized && bearer is not null && mayRenew)
            {
                token.Drop(bearer);
                return await AttemptAsync(call, mayRenew: false, cancellationToken);
            }

            return Failed(Meaning(call, response, content.Span));
        }
    }

    private static HttpRequestMessage RequestFor(OutgoingCall call, string? bearer)
    {
        var request = new HttpRequestMessage(call.Method, call.Address);
        request.Headers.TryAddWithoutValidation("User-Agent", ChannelHttp.UserAgent);
        if (bearer is not null)
            request.Headers.Authorization = new("Bearer", bearer);
        if (call.Body is { } body)
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        return request;
    }

    // The status has decided already; a body that breaks off only costs us the id.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(ChannelHttp.LargestAnswer, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return default;
        }
    }

    private ConnectorResult Meaning(OutgoingCall call, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var status = (int)response.StatusCode;
        var code = ConnectorError.CodeOf(status, body);
        return status switch
        {
            412 or 429 => new ConnectorResult.Retry(Wait(response), code),
            408 or 500 or 502 or 503 or 504 => Lost(call, Wait(response), code),
            _ => new ConnectorResult.Refused(status, code, ConnectorError.ScopeOf(status, code)),
        };
    }

    private static ConnectorResult Lost(OutgoingCall call, TimeSpan? after, string reason) =>
        call.Repeatable ? new ConnectorResult.Retry(after, reason) : new ConnectorResult.Ambiguous(reason);

    private TimeSpan? Wait(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static bool NeverLeft(HttpRequestException fault) => fault.HttpRequestError is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    private static CallAnswer Failed(ConnectorResult result) => new(default, result);
}
