using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyBot.Bot.Channel;

/// <summary>The bodies of requests: read from the channel, written to the Connector.</summary>
internal static class ActivityBody
{
    // An API body is never pasted into HTML, and escaping every letter outside ASCII would count six times against the message size.
    private static readonly ActivityJson Wire = new(new JsonSerializerOptions(ActivityJson.Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The activity in a request body, or null when it is not JSON, is nested too deep, or has no type (AUTH-14: answer 400).</summary>
    public static Activity? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.Default.Activity) is { Type.Length: > 0 } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body to send. What belongs to the channel (id, timestamp, serviceUrl) is left out, even when a reply was built from what arrived (ACT-10).</summary>
    public static byte[] Write(Activity activity) =>
        JsonSerializer.SerializeToUtf8Bytes(activity with { Id = null, Timestamp = null, ServiceUrl = null }, Wire.Activity);

    public static byte[] Write(CreateConversation conversation) => JsonSerializer.SerializeToUtf8Bytes(conversation, Wire.CreateConversation);
}
