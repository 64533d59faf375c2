namespace PolicyBot.Policy;

/// <summary>Runs of spaces and line breaks read as one space: printing wraps lines, meaning does not.</summary>
internal static class Spaces
{
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
