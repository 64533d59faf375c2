using System.Globalization;
using System.Text.Unicode;

namespace PolicyBot.Load;

/// <summary>Writes what Teams sends for one typed line, as a whole HTTP request, into the same buffer each time.</summary>
internal sealed class TeamsMessage(int botPort, int sinkPort)
{
    private const string Tenant = "11111111-2222-4333-8444-555555555555";
    private const int RoomForHead = 256;

    // No id may ever come twice, not even in the next run on the same database: a bot answers the same activity only once.
    private static long lastId = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    private readonly byte[] buffer = new byte[4096];

    public ReadOnlyMemory<byte> Write(Conversation conversation, string text)
    {
        var id = Interlocked.Increment(ref lastId);
        var now = TimeProvider.System.GetUtcNow();
        Utf8.TryWrite(buffer.AsSpan(RoomForHead), CultureInfo.InvariantCulture,
            $$"""
            {"text":"{{text}}","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<p>{{text}}</p>"}],
            "type":"message","timestamp":"{{now:yyyy-MM-ddTHH:mm:ss.fff}}Z","localTimestamp":"{{now:yyyy-MM-ddTHH:mm:ss.fff}}+00:00","id":"{{id}}",
            "channelId":"msteams","serviceUrl":"http://127.0.0.1:{{sinkPort}}/",
            "from":{"id":"29:{{conversation.PersonId}}","name":"Load User","aadObjectId":"{{conversation.PersonId}}"},
            "conversation":{"conversationType":"personal","tenantId":"{{Tenant}}","id":"{{conversation.Id}}"},
            "recipient":{"id":"28:99999999-8888-4777-8666-555555555555","name":"PolicyBot"},
            "entities":[{"locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London","type":"clientInfo"}],
            "channelData":{"tenant":{"id":"{{Tenant}}"} },"locale":"en-GB","localTimezone":"Europe/London"}
            """, out var body);

        // The head states the body's length, so it is written second and then set right before it.
        Span<byte> head = stackalloc byte[RoomForHead];
        Utf8.TryWrite(head, CultureInfo.InvariantCulture,
            $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1:{botPort}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body}\r\n\r\n", out var length);
        head[..length].CopyTo(buffer.AsSpan(RoomForHead - length));
        return buffer.AsMemory(RoomForHead - length, length + body);
    }
}
