using System.Text.Json;

namespace PolicyBot.Dialogs;

/// <summary>
/// What came back with a press: the button's data and what was filled in. Anybody can send anything here, so every read tolerates a missing
/// value, a wrong type and nonsense; none of it says who may do what.
/// </summary>
public readonly record struct PressedData(JsonElement Json)
{
    /// <summary>The trimmed text of a field; empty when it is missing or no text.</summary>
    public string Text(string field) =>
        Find(field) is { } value
            ? value.ValueKind switch
            {
                JsonValueKind.String => Read(value),
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            }
            : "";

    /// <summary>The choices of a field that allows several: Teams joins them with commas.</summary>
    public ImmutableArray<string> Choices(string field) => Split(Text(field));

    public static ImmutableArray<string> Split(string joined) =>
        [.. joined.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The data within the data; empty when it is missing or no object.</summary>
    public PressedData Inner(string field) => Find(field) is { ValueKind: JsonValueKind.Object } inner ? new PressedData(inner) : default;

    public bool Has(string field) => Find(field) is not null;

    // JSON may hold half of an emoji, which is valid JSON and neither a name nor a text.
    private JsonElement? Find(string field)
    {
        try
        {
            return Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(field, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Read(JsonElement value)
    {
        try
        {
            return value.GetString()!.Trim();
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
