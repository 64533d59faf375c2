using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Opinions;

internal static class TextPage
{
    public static ImmutableArray<CardElement> Body(OpinionDraftView view) =>
    [
        Lines.Heading(view.Draft.Case.Length == 0 ? "What do you want to post?" : $"{view.Draft.Case}: change it"),
        .. view.Draft.Case.Length == 0 ? Rule(view) : [],
        Lines.Quiet("I hold it against the policy at once, and then a person reads it."),
        new ChoiceInput(Fields.Written, "What is it?", Choices.Of(OpinionChoices.Kinds)) { Value = Choices.Known(OpinionChoices.Kinds, view.Draft.Kind), Style = ChoiceStyle.Expanded },
        .. view.Problem(Fields.Written),
        .. Text(view),
        .. view.Problem(Fields.Post),
        new ChoiceInput(Fields.Platform, "Which platform?", Choices.Of(ReportChoices.Platforms))
        {
            Value = Choices.Known(ReportChoices.Platforms, view.Draft.Platform), Placeholder = "Choose one", Style = ChoiceStyle.Compact,
        },
        .. view.Problem(Fields.Platform),
        new ChoiceInput(Fields.PostFor, "From which account?", Choices.Of(OpinionChoices.Accounts)) { Value = Choices.Known(OpinionChoices.Accounts, view.Draft.For), Style = ChoiceStyle.Expanded },
        .. view.Problem(Fields.PostFor),
        new TextInput(Fields.Account, "Its name (if it has one)") { Value = UserText.Kept(view.Draft.Account, Limits.Account), MaxLength = Limits.Account },
        .. view.Problem(Fields.Account),
        .. Lines.Buttons(view.Next("Next", Verbs.OpinionText), view.Cancel()),
    ];

    private static ImmutableArray<CardElement> Rule(OpinionDraftView view) =>
        view.Library.Documents.Select(document => document.Clause("dos.second-opinion") is { } clause ? new Citation(document, clause) : null).FirstOrDefault(found => found is not null) is { } citation
            ? [Quote.Of(citation)]
            : [];

    // A field that held only a part of a long text would send only that part back.
    private static ImmutableArray<CardElement> Text(OpinionDraftView view) => view.Draft.Text.Length > Limits.PostPage
        ? [.. OpinionLines.Text("The text", view.Draft.Text, 600), Lines.Quiet("It is too long for a field. To change it, type *check:* and then the new text.")]
        : [
            new TextInput(Fields.Post, "The text, word for word") { Value = UserText.Kept(view.Draft.Text, Limits.PostPage), IsMultiline = true, MaxLength = Limits.Post, Placeholder = "Just as it should go out" },
            .. Unseen(view.Draft),
        ];

    internal static ImmutableArray<CardElement> Unseen(OpinionDraft draft) => draft.Unseen == 0
        ? []
        : [Lines.Quiet($"I took out {(draft.Unseen == 1 ? "one character" : $"{draft.Unseen:N0} characters")} that cannot be seen. What is agreed is the text as it stands here.")];
}
