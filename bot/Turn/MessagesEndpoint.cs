using System.Buffers;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Wording;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Turn;

/// <summary><c>POST /api/messages</c>: what the channel delivers, checked before anything acts on it.</summary>
internal sealed partial class MessagesEndpoint(
    ChannelAuthenticator authenticator, TrustedHosts hosts, TurnRunner turns, Feedback feedback, ILogger<MessagesEndpoint> logger)
{
    public const int LargestBody = 256 * 1024;

    private static readonly byte[] TooLarge = "The body is larger than 256 KiB. Send less.\n"u8.ToArray();
    private static readonly byte[] NotAnActivity = "The body must be one Bot Framework activity in JSON, with a type.\n"u8.ToArray();
    private static readonly byte[] Incomplete = "The activity must have an id, a conversation, a recipient and a sender.\n"u8.ToArray();

    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        if (!hosts.AllowsPeer(context.Connection.RemoteIpAddress))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var (activity, status) = await ReadAsync(context);
        if (activity is null)
        {
            await AnswerAsync(context, status, status == StatusCodes.Status413PayloadTooLarge ? TooLarge : NotAnActivity);
            return;
        }

        switch (await authenticator.AuthenticateAsync(context.Request.Headers.Authorization, activity, context.RequestAborted))
        {
            case AuthVerdict.Rejected:
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            case AuthVerdict.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case AuthVerdict.WrongTenant:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
        }

        var answer = await AnswerAsync(activity);
        if (answer.Status == StatusCodes.Status400BadRequest)
            await AnswerAsync(context, answer.Status, Incomplete);
        else
            await AnswerAsync(context, answer.Status, answer.Utf8Body, "application/json; charset=utf-8");
    }

    private async Task<TurnAnswer> AnswerAsync(Activity activity)
    {
        if (activity.Type is ActivityTypes.Message or ActivityTypes.Invoke && !IsComplete(activity))
            return TurnAnswer.Malformed;
        if (Feedback.Is(activity))
            return await feedback.CountAsync(activity);
        var arrival = ActivityReader.Read(activity);
        if (arrival is null && activity.Type == ActivityTypes.Invoke)
        {
            UnknownInvoke();
            return activity.Name == ActivityReader.CardAction
                ? TurnAnswer.Error(400, "BadRequest", "This button sent nothing that I can read. Nothing has changed.")
                : TurnAnswer.NotImplemented;
        }
        if (arrival is null)
            return TurnAnswer.Accepted; // typing, reactions, new kinds of events: not for us, and no reason to complain (ACT-01)
        return IsComplete(activity) ? await turns.RunAsync(activity, arrival) : TurnAnswer.Malformed;
    }

    // Without these nobody could be answered, and a second delivery could not be told from the first.
    private static bool IsComplete(Activity activity) =>
        activity is { Id.Length: > 0, From: not null, ServiceUrl: not null, ChannelId: not null, Conversation.Id: not null, Recipient.Id: not null };

    private static async Task<(Activity? Activity, int Status)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody)
            return (null, StatusCodes.Status413PayloadTooLarge);
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > LargestBody)
            {
                reader.AdvanceTo(read.Buffer.End); // what was read has to be given back, or the connection breaks under the next message
                return (null, StatusCodes.Status413PayloadTooLarge);
            }
            if (read.IsCompleted)
            {
                var activity = read.Buffer.IsSingleSegment ? ActivityBody.Parse(read.Buffer.FirstSpan) : ActivityBody.Parse(read.Buffer.ToArray());
                reader.AdvanceTo(read.Buffer.End);
                return (activity, StatusCodes.Status400BadRequest);
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async Task AnswerAsync(HttpContext context, int status, byte[]? body, string contentType = "text/plain; charset=utf-8")
    {
        context.Response.StatusCode = status;
        if (body is null)
            return;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "An invoke that this bot does not serve was answered so.")]
    private partial void UnknownInvoke();
}
