using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>What the quoted words leave undefined: that is said, and the Trust's own answer stands apart from the policy's.</summary>
internal static class OpenTerms
{
    public static ImmutableArray<CardElement> Of(ImmutableArray<UndefinedTerm> terms, Trust trust)
    {
        var open = terms.Where(term => !trust.Terms.ContainsKey(term.Key)).ToImmutableArray();
        return
        [
            .. terms.Except(open).SelectMany(term => Settled(term, trust.Terms[term.Key])),
            .. open.IsEmpty
                ? (ImmutableArray<CardElement>)[]
                : [Lines.Plain($"The policy does not say what {Named(open)} means, and the Trust has not told me. If you need to know, ask a person.")],
        ];
    }

    private static ImmutableArray<CardElement> Settled(UndefinedTerm term, string text) =>
    [
        Lines.Plain($"The policy does not say what {Named([term])} means."),
        new Container([new TextBlock("The Trust's own answer, not the policy's:") { Weight = TextWeight.Bolder }, Lines.Plain(UserText.Escape(text)) with { Spacing = Spacing.Small }])
        {
            Separator = true, Spacing = Spacing.Medium,
        },
    ];

    private static string Named(ImmutableArray<UndefinedTerm> terms) => string.Join(" or ", terms.Select(term => $"“{Quote.Verbatim(term.Words)}”"));
}
