using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards;

/// <summary>The cases' choices as a card offers them.</summary>
internal static class Choices
{
    public static ImmutableArray<Choice> Of(ImmutableArray<(string Value, string Title)> choices) =>
        [.. choices.Select(choice => new Choice(choice.Title, choice.Value))];

    /// <summary>What to preselect: a forged value that is no choice is left out, or it would come back with the next press.</summary>
    public static string Known(ImmutableArray<(string Value, string Title)> choices, params string[] chosen) =>
        string.Join(',', choices.Select(choice => choice.Value).Where(chosen.Contains));
}
