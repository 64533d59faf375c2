using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;

namespace PolicyBot.Cards.Opinions;

internal static class AroundPage
{
    public static ImmutableArray<CardElement> Body(OpinionDraftView view) =>
    [
        Lines.Heading("What should the reader know?"),
        new ChoiceInput(Fields.Audience, "Who is it for?", Choices.Of(OpinionChoices.Audiences))
        {
            Value = Choices.Known(OpinionChoices.Audiences, view.Draft.Audience), Placeholder = "Choose one", Style = ChoiceStyle.Compact,
        },
        .. view.Problem(Fields.Audience),
        new DateInput(Fields.OutDate, "On which day should it go out (if that is fixed)?", CommentPage.Readable(view.Draft.Date, "yyyy-MM-dd")),
        .. view.Problem(Fields.OutDate),
        new TimeInput(Fields.OutTime, "At what time?", CommentPage.Readable(view.Draft.Time, "HH:mm")),
        .. view.Problem(Fields.OutTime),
        new TextInput(Fields.Pictures, "Pictures or video: what do they show, and whom?")
        {
            Value = UserText.Kept(view.Draft.Pictures, Limits.Pictures), IsMultiline = true, MaxLength = Limits.Pictures, Placeholder = "Leave this empty if there are none",
        },
        .. view.Problem(Fields.Pictures),
        Lines.Quiet(view.Draft.Files.IsEmpty
            ? "If you have them here, send them to me in this chat: I ask one question first, and then they go with the draft."
            : $"Sent for this draft: {view.Draft.Files.Count(picture => picture.IsKept)}. More can be sent in this chat."),
        new ChoiceInput(Fields.PictureChecks, "What have you checked about them?", Choices.Of(OpinionChoices.PictureChecks))
        {
            Value = Choices.Known(OpinionChoices.PictureChecks, [.. view.Draft.PictureChecks]), IsMultiSelect = true, Style = ChoiceStyle.Expanded,
        },
        new TextInput(Fields.Material, "Links, and what others made (if there is any)") { Value = UserText.Kept(view.Draft.Material, Limits.Material), MaxLength = Limits.Material },
        .. view.Problem(Fields.Material),
        new ChoiceInput(Fields.About, "Who is it about (if they work here)?", [])
        {
            Value = view.Draft.AboutIds.IsEmpty ? null : string.Join(',', view.Draft.AboutIds.Take(Limits.People).Select(id => UserText.Kept(id, 100))),
            Placeholder = "Type a name: none of them will read it",
            IsMultiSelect = true,
            ChoicesData = ChoiceQuery.People,
        },
        .. view.Problem(Fields.About),
        .. Lines.Buttons(
            view.Next("Next", Verbs.OpinionAround), view.GoTo("Back", view.Draft.Kind == nameof(WrittenAs.Reply) ? OpinionPage.Comment : OpinionPage.Text), view.Cancel()),
    ];
}
