using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Comments;
using PolicyBot.Cases;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs.Opinions;

namespace PolicyBot.Dialogs.Comments;

/// <summary>
/// What every press on a comment's card asks first: does it exist, and may this person see it? Both are read from the record and the register at this moment. Somebody
/// who may not is told the same whether or not it exists.
/// </summary>
internal static class HandleComment
{
    public const string NotYours = "Only those who look after the account can do that. Nothing has changed.";

    /// <summary>The card as it is now: the client refreshes it by itself, or somebody came back from a form.</summary>
    public static Step View(Arrival.Pressed pressed) => As(pressed, Show);

    /// <summary>From a note or a list: the card, below it.</summary>
    public static Step Open(Arrival.Pressed pressed) => As(pressed, (comment, turn, known) => Decision.Say(CommentSends.Card(comment, turn.Who.Id, known, turn.When, null)));

    public static Step TakeOver(Arrival.Pressed pressed) => As(pressed, (comment, turn, known) =>
    {
        var seen = int.TryParse(pressed.Data.Text(Fields.Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var held) ? held : -1;
        return ReceivedCommentRules.TakeOver(comment, seen, turn.Who.Ref, turn.When) switch
        {
            Ruling<ReceivedComment>.Allowed allowed => CommentSends.Changed(comment, allowed, turn, known),
            Ruling<ReceivedComment>.Refused refused => Show(comment, turn, known) with { Replies = [new Reply(NoticeCards.Sentence(refused.Sentence))] },
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    });

    /// <summary>It opens the report's own form with what is known of the comment in it, unless another report is open: nothing that was typed there is lost.</summary>
    public static Step Report(Arrival.Pressed pressed) => As(pressed, (comment, turn, known) =>
    {
        if (!comment.IsOpen)
            return Show(comment, turn, known);
        if (turn.Where.State.Draft is { } open)
            return Decision.Say(ReportCards.Resume(open, known.Trust));
        var begun = ReportIncident.Say(ReportOf(comment, turn, known), turn, known);
        var changed = CommentSends.Changed(comment, ReceivedCommentRules.Report(comment, turn.Who.Ref, turn.When), turn, known);
        return changed with { State = begun.State, Replies = begun.Replies };
    });

    /// <summary>The form for a second opinion opens with the comment in it, so that its 24 hours show there.</summary>
    public static Step Opinion(Arrival.Pressed pressed) => As(pressed, (comment, turn, known) =>
        !comment.IsOpen ? Show(comment, turn, known)
        : turn.Where.State.Opinion is { } open ? Decision.Say(Cards.Opinions.OpinionDraftCards.Resume(open, known.Trust))
        : AskOpinion.Say(OpinionOf(comment, turn, known), turn, known));

    public static Step As(Arrival.Pressed pressed, Func<ReceivedComment, Turn, Known, Decision> decide) => new(Needs(pressed), (turn, known) =>
        known.Comment is { } comment && turn.Where.Kind is ConversationKind.Personal && People(comment, known).MaySee(turn.Who.Id) ? decide(comment, turn, known) : Decision.Tell(NotYours));

    public static Decision Show(ReceivedComment comment, Turn turn, Known known) => Decision.Show(CommentSends.Card(comment, turn.Who.Id, known, turn.When, DeliveryOf(turn, comment)));

    /// <summary>Those who look after it by the register as it is now; where the account is not in it, by what was known when it was logged.</summary>
    public static CommentPeople People(ReceivedComment comment, Known known) => new(comment, CommentSends.TeamOf(comment, known), known.Trust);

    /// <summary>Which of the cards that were sent to this person they have in front of them; null for one that they opened from a list.</summary>
    public static string? DeliveryOf(Turn turn, ReceivedComment comment) =>
        turn.Arrival is Arrival.Pressed pressed && pressed.Data.Text(Fields.Delivery) is { Length: > 0 and <= 200 } key && key.StartsWith($"{comment.Reference}/", StringComparison.Ordinal) ? key : null;

    private static Needs Needs(Arrival.Pressed pressed) => new()
    {
        Comment = CaseReference.TryParse(pressed.Data.Text(Fields.Ref) is { Length: > 0 } named ? named : pressed.Data.Text(Fields.Chosen), out var reference) ? reference : null,
    };

    private static ReportDraft ReportOf(ReceivedComment comment, Turn turn, Known known)
    {
        var (what, at) = (comment.What, known.Trust.Local(comment.What.Received.At));
        return new ReportDraft(turn.Id, turn.When, ReportStep.Danger)
        {
            What = what.Text,
            Platform = what.Account.Platform,
            Account = what.Account.Name ?? "",
            Link = what.Link ?? "",
            Date = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = what.Received.Reading is TimeReading.DayAlone ? "" : at.ToString("HH:mm", CultureInfo.InvariantCulture),
            Academy = known.Trust.FindAcademy(comment.Academy)?.Key ?? turn.Who.Academy ?? "",
            AboutIds = [.. what.About.Select(person => person.Id)],
        };
    }

    private static OpinionDraft OpinionOf(ReceivedComment comment, Turn turn, Known known)
    {
        var (what, at) = (comment.What, known.Trust.Local(comment.What.Received.At));
        return new OpinionDraft(turn.Id, turn.When, OpinionPage.Text)
        {
            Kind = nameof(WrittenAs.Reply),
            Platform = what.Account.Platform,
            For = nameof(WrittenFor.Trust),
            Account = what.Account.Name ?? "",
            Comment = what.Text,
            CommentDate = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            CommentTime = at.ToString("HH:mm", CultureInfo.InvariantCulture),
            AboutIds = [.. what.About.Select(person => person.Id)],
        };
    }
}
