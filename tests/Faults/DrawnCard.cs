using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Faults;

/// <summary>A card as a client has it: the buttons that can be pressed, and the fields with what stands in them.</summary>
internal sealed partial class DrawnCard(JsonElement json)
{
    /// <summary>The card of a message; null when it has none.</summary>
    public static DrawnCard? Of(JsonElement message) =>
        message.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() == 1
            ? new DrawnCard(attachments[0].GetProperty("content"))
            : null;

    /// <summary>The button that a client presses by itself when it draws the card.</summary>
    public JsonElement? Refresh => json.TryGetProperty("refresh", out var refresh) ? refresh.GetProperty("action") : null;

    /// <summary>The case that this card confirms to its reporter, or null when it confirms none.</summary>
    public string? Confirms => json.GetRawText() is var text && text.Contains("Your report is saved", StringComparison.Ordinal) ? Reference().Match(text).Value : null;

    public JsonElement? Button(string verb) => Within(json).Where(element => Is(element, "Action.Execute") && element.GetProperty("verb").GetString() == verb)
        .Select(element => (JsonElement?)element).FirstOrDefault(button => verb != "report.danger" || button!.Value.GetProperty("data").GetProperty("danger").GetString() == "None");

    /// <summary>What comes back with a press: the button's data, what stands in the fields, and what was typed over it.</summary>
    public JsonObject Filled(JsonElement button, IReadOnlyDictionary<string, string> typed)
    {
        var data = JsonObject.Create(button.GetProperty("data"))!;
        foreach (var input in Within(json).Where(element => element.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal)))
        {
            var id = input.GetProperty("id").GetString()!;
            if (typed.TryGetValue(id, out var text) || (input.TryGetProperty("value", out var value) && (text = value.GetString()) is not null))
                data[id] = text;
        }
        return data;
    }

    private static bool Is(JsonElement element, string type) => element.TryGetProperty("type", out var name) && name.GetString() == type;

    /// <summary>Every object of the card's body; what a button falls back to in old clients is not drawn.</summary>
    private static IEnumerable<JsonElement> Within(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [element, .. element.EnumerateObject().Where(member => member.Name is not ("refresh" or "fallback" or "data")).SelectMany(member => Within(member.Value))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Within),
        _ => [],
    };

    [GeneratedRegex("INC-[0-9]{4}-[0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
