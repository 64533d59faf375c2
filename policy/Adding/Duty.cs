namespace PolicyBot.Policy.Adding;

/// <summary>The small words that turn a sentence round: what must, may or must not be. A quotation without them says something else.</summary>
internal static class Duty
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "must", "should", "shall", "may", "can", "cannot", "will", "not", "never", "no", "nor", "without", "unless", "except", "only", "always",
        "don't", "mustn't", "shouldn't", "can't", "won't", "isn't", "aren't", "prohibited", "forbidden", "permitted", "allowed",
    };

    private static readonly HashSet<string> Turning = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "never", "no", "nor", "cannot", "don't", "mustn't", "shouldn't", "can't", "won't", "isn't", "aren't", "prohibited", "forbidden",
    };

    public static bool IsIn(string text) => Of(text).Any();

    public static bool IsTurned(string text) => Of(text).Any(Turning.Contains);

    /// <summary>These words of a text and its numbers, in order: two wordings that differ in them differ in what they ask for.</summary>
    public static IEnumerable<string> Of(string text) =>
        Alike.WordsOf(text).Where(word => Words.Contains(word) || word.Any(char.IsDigit));
}
