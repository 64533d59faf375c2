using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;

namespace PolicyBot.Cards.Opinions;

internal static class CommentPage
{
    public static ImmutableArray<CardElement> Body(OpinionDraftView view) =>
    [
        Lines.Heading("What does it reply to?"),
        new TextInput(Fields.Comment, "The comment, word for word") { Value = UserText.Kept(view.Draft.Comment, Limits.Comment), IsMultiline = true, MaxLength = Limits.Comment },
        .. view.Problem(Fields.Comment),
        Lines.Quiet("With the day and time I can say when the reply is due: the policy gives 24 hours."),
        new DateInput(Fields.Date, "On which day did it come in?", Readable(view.Draft.CommentDate, "yyyy-MM-dd")),
        .. view.Problem(Fields.Date),
        new TimeInput(Fields.Time, "At what time?", Readable(view.Draft.CommentTime, "HH:mm")),
        .. view.Problem(Fields.Time),
        .. Lines.Buttons(view.Next("Next", Verbs.OpinionComment), view.GoTo("Back", OpinionPage.Text), view.Cancel()),
    ];

    /// <summary>A client draws an unreadable date or time as an error of its own; the sentence beside the field says it better.</summary>
    internal static string? Readable(string typed, string format) =>
        DateTime.TryParseExact(typed, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? typed : null;
}
