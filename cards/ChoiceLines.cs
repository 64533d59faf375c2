using PolicyBot.Cards.Elements;
using PolicyBot.Policy;
using Choice = PolicyBot.Policy.Choice;

namespace PolicyBot.Cards;

/// <summary>What somebody perhaps meant, a button each. Where one has more words than a button holds, all are read above in full, with a number.</summary>
internal static class ChoiceLines
{
    public static ImmutableArray<CardElement> Of(ImmutableArray<Choice> choices) => choices.All(choice => choice.Label.Length <= Limits.Button)
        ? Lines.Buttons([.. choices.Select(choice => Button(UserText.Plain(choice.Label), choice))])
        :
        [
            .. choices.Select((choice, place) => Lines.Plain($"**{place + 1}** {Quote.Verbatim(choice.Label)}")),
            .. Lines.Buttons([.. choices.Select((choice, place) => Button(FirstWords($"{place + 1}: {UserText.Plain(choice.Label)}"), choice))]),
        ];

    private static ExecuteAction Button(string title, Choice choice) => new(title, new CardData(Verbs.PolicyAsk) { Asks = choice.Asks });

    /// <summary>As many whole words as a button holds.</summary>
    private static string FirstWords(string title)
    {
        if (title.Length <= Limits.Button)
            return title;
        var end = title.LastIndexOf(' ', Limits.Button - 1);
        return end > 3 ? $"{title[..end]}…" : UserText.Shorten(title, Limits.Button);
    }
}
