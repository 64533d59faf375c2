using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

/// <summary>Writes a card as JSON: compact, nothing for null, letters as letters (an escaped é would count six times against the size).</summary>
public static class CardJson
{
    // The relaxed encoder leaves < and & as they are. That is safe here: the JSON goes into a JSON body, never into a page.
    private static readonly CardJsonContext Context = new(new JsonSerializerOptions(CardJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(AdaptiveCard card) => JsonSerializer.Serialize(card, Context.AdaptiveCard);

    /// <summary>Writes the card into JSON that is being written.</summary>
    public static void Write(Utf8JsonWriter json, AdaptiveCard card) => JsonSerializer.Serialize(json, card, Context.AdaptiveCard);
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
