using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyBot.Bot.Channel;
using PolicyBot.Cards;
using PolicyBot.Cards.Elements;

namespace PolicyBot.Bot.Turn;

/// <summary>A message as the activity that is stored in the outbox and sent as it stands.</summary>
internal static class MessageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(Message message)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, ActivityTypes.Message);
            if (message.Text is { } text)
            {
                json.WriteString("text"u8, text);
                json.WriteString("textFormat"u8, "markdown"u8);
            }
            json.WriteString("summary"u8, message.Summary);
            if (message.Card is { } card)
            {
                json.WriteStartArray("attachments"u8);
                json.WriteStartObject();
                json.WriteString("contentType"u8, ContentTypes.AdaptiveCard);
                json.WritePropertyName("content"u8);
                json.WriteRawValue(CardJson.Write(card), skipInputValidation: true);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
