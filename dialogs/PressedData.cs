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
        Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(field, out var value)
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

    public bool Has(string field) => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(field, out _);

    // JSON may hold half of an emoji, which is valid JSON and no text.
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
