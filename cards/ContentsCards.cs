using PolicyBot.Cards.Elements;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>What there is to read: the policies, and the sections of one.</summary>
public static class ContentsCards
{
    /// <summary>The sections to choose from, each under its headings: one section may do no more than repeat the clauses of another.</summary>
    public static Message Sections(PolicyDocument document) => Choose(
        "Read the policy", Quote.Standing(document), "Which section?",
        [.. document.Sections.Select(section => new Elements.Choice(Named(section), Named(section)))],
        new ExecuteAction("Read the section", new CardData(Verbs.PolicySection) { Document = document.Title }));

    /// <summary>As "Personal use › Staff": what the choice of a section brings back.</summary>
    public static string Named(Section section) => string.Join(" › ", section.Path);

    public static Message Documents(ImmutableArray<PolicyDocument> documents) => Choose(
        "Read a policy", $"I know {documents.Length} policies.", "Which policy?",
        [.. documents.Select(document => new Elements.Choice(document.Title, document.Title))],
        new ExecuteAction("Show its sections", new CardData(Verbs.PolicyContents)));

    private static Message Choose(string heading, string about, string label, ImmutableArray<Elements.Choice> choices, ExecuteAction open) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(heading),
                Lines.Quiet(about),
                new ChoiceInput(Fields.Chosen, label, choices) { Placeholder = "Choose one", Style = ChoiceStyle.Compact },
                .. Lines.Buttons(open, Press.Acknowledge),
            ],
            "Choose what to read."),
        "What there is to read");
}
