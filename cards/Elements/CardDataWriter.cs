using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

/// <summary>
/// Writes what a button carries by the code that the compiler makes for it: two dozen fields, mostly empty, twice for each button, were half of what it costs to write a card.
/// </summary>
internal sealed class CardDataWriter : JsonConverter<CardData>
{
    public override CardData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("What a button brings back is read field by field: it comes from the client, and may hold anything.");

    public override void Write(Utf8JsonWriter writer, CardData value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, CardDataJson.Default.CardData);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardData))]
internal sealed partial class CardDataJson : JsonSerializerContext;
