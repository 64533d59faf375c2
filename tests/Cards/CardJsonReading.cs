using System.Text.Json;

namespace PolicyBot.Tests.Cards;

/// <summary>Finds things in a card's JSON, wherever they stand.</summary>
internal static class CardJsonReading
{
    /// <summary>Every object in the card that has a type, in reading order, the card itself first.</summary>
    public static IEnumerable<JsonElement> Typed(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => [.. json.TryGetProperty("type", out _) ? (JsonElement[])[json] : [], .. json.EnumerateObject().SelectMany(property => property.Value.Typed())],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Typed),
        _ => [],
    };

    public static IEnumerable<JsonElement> OfType(this JsonElement json, string type) => json.Typed().Where(element => element.Type() == type);

    public static IEnumerable<JsonElement> Inputs(this JsonElement json) => json.Typed().Where(element => element.Type().StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>The buttons that stand on the card, without their fallbacks and the refresh.</summary>
    public static IEnumerable<JsonElement> Buttons(this JsonElement json) => json.OfType("ActionSet").SelectMany(set => set.GetProperty("actions").EnumerateArray());

    /// <summary>What a client reads as markdown: text blocks and the facts' values.</summary>
    public static IEnumerable<string> Markdown(this JsonElement json) =>
        [
            .. json.OfType("TextBlock").Select(block => block.Text("text")!),
            .. json.OfType("FactSet").SelectMany(set => set.GetProperty("facts").EnumerateArray()).Select(fact => fact.Text("value")!),
        ];

    public static string Type(this JsonElement json) => json.Text("type")!;

    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
