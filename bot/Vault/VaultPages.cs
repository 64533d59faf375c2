using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;
using PolicyBot.Dialogs.Vault;

namespace PolicyBot.Bot.Vault;

/// <summary>
/// The only two places where sign-in details leave or enter the bot: <c>/vault/put/ACC-…</c> and <c>/vault/show/RLS-…</c>. A page says nothing until somebody has shown who
/// they are, with Teams' sign-in or, in local mode, with a code. There is no cookie, so that nothing a browser sends by itself lets anybody in.
/// </summary>
internal sealed partial class VaultPages(
    VaultDesk desk, VaultDoor door, EntraTokens tokens, WrongCodes wrong, CaseStore store, IPeople people, TrustedHosts hosts, IOptions<VaultOptions> options, TimeProvider time,
    ILogger<VaultPages> logger)
{
    public const int LargestBody = 16 * 1024;

    private const string Teams =
        "https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft https://*.cloud.microsoft https://*.office.com https://*.microsoft365.com https://teams.microsoft.us https://*.teams.microsoft.us";

    private static readonly string Frame = Resource("page.html"), Put = Resource("put.html"), Show = Resource("show.html"), Code = Resource("code.html"), Style = Resource("page.css"), Script = Resource("page.js");

    public async Task HandleAsync(HttpContext context, string purpose, string subject)
    {
        Guard(context.Response);
        if (!hosts.AllowsPeer(context.Connection.RemoteIpAddress))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (PageOf(purpose, subject) is not { } page || context.Request.QueryString.HasValue)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (HttpMethods.IsGet(context.Request.Method))
            await DrawAsync(context, page);
        else if (HttpMethods.IsPost(context.Request.Method))
            await AnswerAsync(context, await ActAsync(context, page));
        else
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
    }

    private static VaultPage? PageOf(string purpose, string subject) => (purpose, CaseReference.TryParse(subject, out var reference), reference) switch
    {
        ("put", true, { Kind: CaseReference.Account }) => new VaultPage(PagePurpose.Put, reference.ToString()),
        ("show", true, { Kind: CaseReference.Release }) => new VaultPage(PagePurpose.Show, reference.ToString()),
        _ => null,
    };

    private async Task<DeskAnswer> ActAsync(HttpContext context, VaultPage page)
    {
        if (!IsFromOurPage(context.Request))
            return new DeskAnswer(StatusCodes.Status403Forbidden, "This came from somewhere else than the bot's own page. Nothing was opened.");
        var (sent, refused) = await ReadAsync(context);
        if (sent is null)
            return refused!;
        try
        {
            // Asked before the code is used: where nobody's role is known nothing is granted, and the code is still good.
            var now = await people.LookAsync(context.RequestAborted);
            if (!now.Confirmed)
                return new DeskAnswer(StatusCodes.Status503ServiceUnavailable, "I cannot reach the Trust's directory just now, so I cannot check who may do this. Nothing was opened or kept. Please try again in a few minutes.");
            return await WhoAsync(context, page, sent.Code, now) switch
            {
                { Refused: { } sentence } => sentence,
                { Person: { } person } when page.Purpose is PagePurpose.Put => await desk.PutAsync(person, now.Trust, Subject(page), sent.Secret?.Trim() ?? "", context.RequestAborted),
                { Person: { } person } => await desk.ShowAsync(person, now.Trust, Subject(page), context.RequestAborted),
                _ => NotSignedIn,
            };
        }
#pragma warning disable CA1031 // The page's edge, as a turn has one: a sentence for the person, the kind of fault for the log, and no word that was typed.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Faulted(fault.GetType().Name, fault.StackTrace);
            return new DeskAnswer(StatusCodes.Status500InternalServerError, "Something went wrong on my side, and nothing was shown. Please look at the card in your chat, and try again in a moment.");
        }
    }

    private static readonly DeskAnswer NotSignedIn = new(StatusCodes.Status401Unauthorized, "I could not tell who you are. Please open this page from your own chat with me.");

    private async Task<(PersonRef? Person, DeskAnswer? Refused)> WhoAsync(HttpContext context, VaultPage page, string? code, PeopleNow now)
    {
        var id = door.Local ? null : await tokens.WhoAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (door.Local)
        {
            var from = context.Connection.RemoteIpAddress;
            if (!wrong.MayTry(from))
                return (null, new DeskAnswer(StatusCodes.Status429TooManyRequests, "That were too many wrong codes. Please wait a minute."));
            var ticket = PageCode.HashOf(code) is { } hash ? await store.Vault.UseAsync(hash, time.GetUtcNow(), context.RequestAborted) : null;
            if (ticket is null || ticket.Purpose != VaultPage.Name(page.Purpose) || ticket.Subject != page.Subject)
            {
                wrong.WasWrong(from);
                return (null, new DeskAnswer(StatusCodes.Status401Unauthorized, "This code is not right, was used already, or is over. Press the button in your chat for a new one."));
            }
            id = ticket.Person;
        }
        if (id is null)
            return (null, NotSignedIn);
        var who = await people.WhoIsAsync(new ChannelAccount { Id = id, AadObjectId = id }, now, context.RequestAborted);
        return who.Standing is Standing.Staff ? (who.Ref, null) : (null, NotSignedIn);
    }

    // No cookie lets anybody in, so another site's page has nothing to send along. These keep it from trying.
    private bool IsFromOurPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (request.Headers["X-PolicyBot"] != "page" || request.ContentType is not { } type || !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) || site is not ("" or "same-origin"))
            return false;
        var origin = request.Headers.Origin.ToString();
        var ours = door.Local ? $"{request.Scheme}://{request.Host}" : Uri.TryCreate(door.Address, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(origin.ToLowerInvariant()), Encoding.UTF8.GetBytes(ours.ToLowerInvariant()));
    }

    private static async Task<(PageSent? Sent, DeskAnswer? Refused)> ReadAsync(HttpContext context)
    {
        var tooLarge = new DeskAnswer(StatusCodes.Status413PayloadTooLarge, "That is too long. Nothing was kept.");
        if (context.Request.ContentLength is not { } length || length > LargestBody)
            return (null, tooLarge);
        var body = new byte[length];
        try
        {
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            return JsonSerializer.Deserialize(body, PageJson.Default.PageSent) is { } sent ? (sent, null) : (null, Unreadable);
        }
        catch (Exception fault) when (fault is JsonException or EndOfStreamException or InvalidOperationException)
        {
            return (null, Unreadable);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    private static readonly DeskAnswer Unreadable = new(StatusCodes.Status400BadRequest, "The page sent nothing that I can read. Nothing was opened and nothing was kept.");

    private void Guard(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store, max-age=0";
        headers.Pragma = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Content-Type-Options"] = "nosniff";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), clipboard-write=(self)";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        if (!door.Local)
            headers.StrictTransportSecurity = "max-age=31536000";
    }

    private async Task DrawAsync(HttpContext context, VaultPage page)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var frames = door.Local ? "'none'" : string.Join(' ', options.Value.Frames.Prepend(Teams));
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors {frames}";
        context.Response.ContentType = "text/html; charset=utf-8";
        var isPut = page.Purpose is PagePurpose.Put;
        await context.Response.WriteAsync(
            Frame.Replace("{{body}}", isPut ? Put : Show, StringComparison.Ordinal)
                .Replace("{{code}}", door.Local ? Code : "", StringComparison.Ordinal)
                .Replace("{{title}}", isPut ? "Put sign-in details into the vault" : "See sign-in details", StringComparison.Ordinal)
                .Replace("{{subject}}", HtmlEncoder.Default.Encode(page.Subject), StringComparison.Ordinal)
                .Replace("{{purpose}}", VaultPage.Name(page.Purpose), StringComparison.Ordinal)
                .Replace("{{local}}", door.Local ? "true" : "false", StringComparison.Ordinal)
                .Replace("{{style}}", Style, StringComparison.Ordinal)
                .Replace("{{script}}", Script, StringComparison.Ordinal)
                .Replace("{{nonce}}", nonce, StringComparison.Ordinal),
            context.RequestAborted);
    }

    private static async Task AnswerAsync(HttpContext context, DeskAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, new PageAnswer(answer.Sentence, answer.Value), PageJson.Default.PageAnswer, context.RequestAborted);
    }

    private static CaseReference Subject(VaultPage page) => CaseReference.TryParse(page.Subject, out var reference) ? reference : throw new ArgumentException("No reference.", nameof(page));

    private static string Resource(string name)
    {
        using var stream = typeof(VaultPages).Assembly.GetManifestResourceStream($"vault/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page of the vault failed: {Fault}. {Place}")]
    private partial void Faulted(string fault, string? place);
}

internal sealed record PageSent(string? Code, string? Secret)
{
    public override string ToString() => nameof(PageSent); // a record prints its members, and nothing prints these
}

internal sealed record PageAnswer(string Sentence, string? Value)
{
    public override string ToString() => nameof(PageAnswer);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageSent))]
[JsonSerializable(typeof(PageAnswer))]
internal sealed partial class PageJson : JsonSerializerContext;
