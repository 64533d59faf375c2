using PolicyBot.Cards.Elements;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Incidents;

/// <summary>In which order to act: what is hidden first can no longer be captured, and what is removed in silence starts the next quarrel.</summary>
internal static class EvidenceOrder
{
    private const string Clause = "abuse.block-report-delete";

    /// <summary>Ready to be copied; it names nobody and repeats nothing.</summary>
    private const string Notice =
        "We have removed a comment from this page because it was offensive and against our social media rules. If something worries you, please speak with the academy directly.";

    public static Container Audience { get; } = new([Lines.Plain(Notice)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small };

    public static ImmutableArray<CardElement> Steps(PolicyLibrary library) =>
    [
        Lines.Subheading("What comes next, in this order"),
        Lines.Plain("**1. Capture.** You have done it. Do not edit or crop your own copy."),
        Lines.Plain("**2. Report it to the platform**, from the post's own menu.") with { Spacing = Spacing.Small },
        Lines.Plain("**3. Hide the post or block the account**, if the page is the Trust's.") with { Spacing = Spacing.Small },
        Lines.Plain("**4. Tell the audience why.** You can copy this:") with { Spacing = Spacing.Small },
        Audience,
        .. Found(library) is { } citation ? (ImmutableArray<CardElement>)[Lines.Plain("This is what the policy says:"), Quote.Of(citation)] : [],
    ];

    private static Citation? Found(PolicyLibrary library) =>
        library.Documents.Select(document => document.Clause(Clause) is { } clause ? new Citation(document, clause) : null).FirstOrDefault(citation => citation is not null);
}
