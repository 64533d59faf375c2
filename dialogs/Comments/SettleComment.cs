using PolicyBot.Cards;
using PolicyBot.Cards.Comments;
using PolicyBot.Cases;
using PolicyBot.Cases.Comments;

namespace PolicyBot.Dialogs.Comments;

/// <summary>What was done with a comment is recorded: a reply, what was done about abuse, or that it was logged by mistake.</summary>
internal static class SettleComment
{
    public static Step Open(Arrival.Pressed pressed) => HandleComment.As(pressed, (comment, turn, known) =>
        comment.IsOpen && Enum.TryParse<CommentAct>(pressed.Data.Text(Fields.Step), out var act) && Enum.IsDefined(act) && May(act, comment, turn, known)
            ? Form(act, comment, CommentTyped.Nothing, ReportProblems.None, turn, known)
            : HandleComment.Show(comment, turn, known));

    public static Step Reply(Arrival.Pressed pressed) => OnForm(pressed, CommentAct.Reply, (comment, typed, turn, known) =>
    {
        var problems = ReportProblems.None;
        var now = typed.Date.Length + typed.Time.Length == 0;
        var at = now ? turn.When : CommentForm.Moment(typed.Date, typed.Time, known.Trust);
        if (CommentChoices.Replies.All(kind => kind.Value != typed.Kind))
            problems = problems.With(Fields.ReplyKind, "Please choose what was sent.");
        if (typed.Date.Length > 0 && !CommentForm.IsDay(typed.Date))
            problems = problems.With(Fields.Date, "Please choose the day from the calendar.");
        else if (at is null)
            problems = problems.With(typed.Date.Length == 0 ? Fields.Date : Fields.Time, "Please give both the day and the time, or leave both empty if it was just now.");
        if (typed.Link.Length > 0 && !CommentForm.IsLink(typed.Link))
            problems = problems.With(Fields.Link, "Please paste the whole link, beginning with https://, or leave it empty.");
        if (problems.Any)
            return (problems, null);
        var ruling = ReceivedCommentRules.Reply(comment, new RecordedReply(
            Enum.Parse<ReplyKind>(typed.Kind), at!.Value, turn.Who.Ref, turn.When, OrNull(typed.Link), OrNull(typed.Words)));
        // A wrong moment can be mended; whatever else is refused cannot.
        return ruling is Ruling<ReceivedComment>.Refused refused && (at > turn.When || at < comment.What.Received.At) && comment.IsOpen
            ? (problems.With(Fields.Date, refused.Sentence), null)
            : (problems, ruling);
    });

    public static Step Remove(Arrival.Pressed pressed) => OnForm(pressed, CommentAct.Abuse, (comment, typed, turn, known) =>
    {
        var problems = ReportProblems.None;
        if (typed.Steps.IsEmpty || typed.Steps.Any(step => CommentChoices.Steps.All(choice => choice.Value != step)))
            problems = problems.With(Fields.CommentSteps, "Please choose what was done.");
        if (typed.AudienceTold.Length == 0)
            problems = problems.With(Fields.AudienceTold, "Please say whether the audience was told why.");
        return (problems, problems.Any ? null : ReceivedCommentRules.Remove(comment, typed.Steps, typed.AudienceTold == CommentForms.Told, turn.Who.Ref, turn.When));
    });

    public static Step TakeOut(Arrival.Pressed pressed) => OnForm(pressed, CommentAct.TakeOut, (comment, typed, turn, known) =>
        typed.Reason.Length == 0
            ? (ReportProblems.None.With(Fields.Reason, "Please say why."), null)
            : (ReportProblems.None, ReceivedCommentRules.TakeOut(comment, typed.Reason, turn.Who.Ref, turn.When)));

    private delegate (ReportProblems Problems, Ruling<ReceivedComment>? Ruling) Judge(ReceivedComment comment, CommentTyped typed, Turn turn, Known known);

    private static Step OnForm(Arrival.Pressed pressed, CommentAct act, Judge judge) => HandleComment.As(pressed, (comment, turn, known) =>
    {
        if (!May(act, comment, turn, known))
            return Decision.Tell("Only the Social Media Manager can take it out. Nothing has changed.");
        var typed = Typed(pressed.Data);
        var tooLong = TooLong(pressed.Data);
        var (problems, ruling) = tooLong.Any && comment.IsOpen ? (tooLong, null) : judge(comment, typed, turn, known);
        return ruling switch
        {
            // What ended it meanwhile comes before what is wrong on the form.
            null when !comment.IsOpen => TooLate(act, comment, typed, Ended(comment, turn), turn),
            null => Form(act, comment, typed, problems, turn, known),
            Ruling<ReceivedComment>.Allowed allowed => CommentSends.Changed(comment, allowed, turn, known),
            Ruling<ReceivedComment>.Refused refused => TooLate(act, comment, typed, refused.Sentence, turn),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    });

    private static string Ended(ReceivedComment comment, Turn turn) =>
        ReceivedCommentRules.TakeOut(comment, "", turn.Who.Ref, turn.When) is Ruling<ReceivedComment>.Refused refused ? refused.Sentence : "";

    private static bool May(CommentAct act, ReceivedComment comment, Turn turn, Known known) => act is not CommentAct.TakeOut || HandleComment.People(comment, known).IsOffice(turn.Who.Id);

    private static Decision Form(CommentAct act, ReceivedComment comment, CommentTyped typed, ReportProblems problems, Turn turn, Known known) =>
        Decision.Show(CommentForms.Form(act, comment, typed, problems, known.Library, HandleComment.DeliveryOf(turn, comment)));

    private static Decision TooLate(CommentAct act, ReceivedComment comment, CommentTyped typed, string sentence, Turn turn) =>
        Decision.Show(CommentForms.TooLate(act, comment, typed, sentence, HandleComment.DeliveryOf(turn, comment)));

    private static ReportProblems TooLong(PressedData data)
    {
        var problems = ReportProblems.None;
        foreach (var (field, longest) in (ReadOnlySpan<(string, int)>)[(Fields.Link, Limits.Link), (Fields.Wording, Limits.Note), (Fields.Reason, Limits.Because)])
            if (data.Text(field).Length > longest)
                problems = problems.With(field, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Please keep this under {longest:N0} characters."));
        return problems;
    }

    private static CommentTyped Typed(PressedData data) => new(
        Short(data.Text(Fields.ReplyKind), 20), Short(data.Text(Fields.Date), 10), Short(data.Text(Fields.Time), 5), Short(data.Text(Fields.Link), Limits.Link),
        Short(data.Text(Fields.Wording), Limits.Note), [.. data.Choices(Fields.CommentSteps).Take(5)], Short(data.Text(Fields.AudienceTold), 20), Short(data.Text(Fields.Reason), Limits.Because));

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
