using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyBot.Bot.Channel;
using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases;

namespace PolicyBot.Bot.Turn;

/// <summary>A message as the activity that is stored in the outbox and sent as it stands.</summary>
internal static class MessageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // A card is some kilobytes: one buffer for each thread, instead of one for the collector with every reply.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? emptied;

    public static Utf8Text Write(Message message)
    {
        var buffer = emptied ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
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
                CardJson.Write(json, card);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            if (message.File is { } file)
                WriteFile(json, file);
            if (!message.Generated.IsEmpty)
                WriteGenerated(json, message.Generated);
            json.WriteEndObject();
        }
        return new Utf8Text(buffer.WrittenSpan.ToArray());
    }

    // Teams asks the person whether it may be put into their OneDrive; either answer brings the context back.
    private static void WriteFile(Utf8JsonWriter json, FileOffer file)
    {
        json.WriteStartArray("attachments"u8);
        json.WriteStartObject();
        json.WriteString("contentType"u8, ContentTypes.FileConsent);
        json.WriteString("name"u8, file.Name);
        json.WriteStartObject("content"u8);
        json.WriteString("description"u8, file.Description);
        json.WriteNumber("sizeInBytes"u8, file.Size);
        foreach (var answer in (ReadOnlySpan<string>)["acceptContext", "declineContext"])
        {
            json.WriteStartObject(answer);
            json.WriteString(Fields.Ref, file.Ref);
            json.WriteString(Fields.Chosen, file.Chosen);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Teams' label for what a model wrote, what it rests on, and thumbs below it (STR-03). One such entity a message: two are refused.
    private static void WriteGenerated(Utf8JsonWriter json, ImmutableArray<Source> sources)
    {
        json.WriteStartArray("entities"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "https://schema.org/Message"u8);
        json.WriteString("@type"u8, "Message"u8);
        json.WriteString("@context"u8, "https://schema.org"u8);
        json.WriteString("@id"u8, ""u8);
        json.WriteStartArray("additionalType"u8);
        json.WriteStringValue("AIGeneratedContent"u8);
        json.WriteEndArray();
        json.WriteStartArray("citation"u8);
        foreach (var (number, source) in sources.Index())
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "Claim"u8);
            json.WriteNumber("position"u8, number + 1);
            json.WriteStartObject("appearance"u8);
            json.WriteString("@type"u8, "DigitalDocument"u8);
            json.WriteString("name"u8, source.Name);
            json.WriteString("abstract"u8, source.Abstract);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("channelData"u8);
        json.WriteStartObject("feedbackLoop"u8);
        json.WriteString("type"u8, "default"u8);
        json.WriteEndObject();
        json.WriteBoolean("feedbackLoopEnabled"u8, true); // older clients know only this one
        json.WriteEndObject();
    }
}
