using System.Text;
using System.Text.Json;

namespace PolicyBot.Tests.Driver;

/// <summary>A card as somebody has it on the screen: its words, its buttons and its fields.</summary>
internal sealed record CardFace(JsonElement Json)
{
    /// <summary>Every word on it, from top to bottom.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var element in Elements(Json))
                text.AppendLine(WordsOf(element));
            return text.ToString();
        }
    }

    public IEnumerable<JsonElement> Inputs => Elements(Json).Where(element => Of(element, "type").StartsWith("Input.", StringComparison.Ordinal));

    public IEnumerable<JsonElement> Buttons => Elements(Json).Where(element => Of(element, "type") == "Action.Execute");

    public JsonElement? Refresh => Json.TryGetProperty("refresh", out var refresh) ? refresh : null;

    public JsonElement? Button(string title) => Buttons.Where(button => Of(button, "title") == title).Select(button => (JsonElement?)button).FirstOrDefault();

    public JsonElement Input(string label) => Inputs.First(input => Of(input, "label") == label);

    /// <summary>What stands in a field now.</summary>
    public string Standing(string label) => Of(Input(label), "value");

    /// <summary>The words directly below a field.</summary>
    public string Beside(string label)
    {
        var body = Json.GetProperty("body").EnumerateArray().ToList();
        var at = body.FindIndex(element => Of(element, "label") == label);
        return at >= 0 && at + 1 < body.Count ? string.Join('\n', Elements(body[at + 1]).Select(WordsOf)) : "";
    }

    public static string Of(JsonElement element, string property) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    // What a refresh or a fallback holds is not on the screen.
    private static IEnumerable<JsonElement> Elements(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var inner in element.EnumerateArray().SelectMany(Elements))
                yield return inner;
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            yield return element;
            foreach (var inner in element.EnumerateObject().Where(part => part.Name is "body" or "items" or "columns" or "actions" or "facts").SelectMany(part => Elements(part.Value)))
                yield return inner;
        }
    }

    private static string WordsOf(JsonElement element) =>
        string.Join(' ', ((string[])["text", "label", "title", "value"]).Select(property => Of(element, property)).Where(words => words.Length > 0));
}
