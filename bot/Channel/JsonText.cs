using System.Text.Json;

namespace PolicyBot.Bot.Channel;

/// <summary>Reads JSON that someone else shaped, without faulting on any of it.</summary>
internal static class JsonText
{
    /// <summary>The string under a name, or null when there is none, or this is no object.</summary>
    public static string? Text(this JsonElement? element, string name) => element?.Inner(name) is { ValueKind: JsonValueKind.String } text ? text.TextOrNull() : null;

    /// <inheritdoc cref="Text(JsonElement?, string)"/>
    public static string? Text(this JsonElement element, string name) => ((JsonElement?)element).Text(name);

    /// <summary>What stands under a name, or null when there is nothing, or this is no object.</summary>
    public static JsonElement? Inner(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var inner) ? inner : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Half an emoji, cut off by some client, is valid JSON and no valid text; a name may be cut off in the same way.
    private static string? TextOrNull(this JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
