using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>
/// Walking through the report's cards. Each press keeps what was typed in the conversation's draft, so a restart, a second device or a week's
/// pause finds it again. <see cref="SubmitReport"/> makes a case of it.
/// </summary>
internal static class ReportIncident
{
    public static Decision Start(Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(NoticeCards.InPrivate());
        return turn.Where.State.Draft is { } draft
            ? Decision.Say(ReportCards.Resume(draft, known.Trust))
            : Fresh(turn, known);
    }

    /// <summary>"Start again": the old draft goes, its card says so.</summary>
    public static Decision Restart(Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Tell("Please do this in your own chat with me.");
        var fresh = Fresh(turn, known);
        return turn.Where.State.Draft is { } old
            ? fresh with { Forgets = old.Id, Sends = [new Send.Update(CardKeys.Draft(old.Id), (int)ReportStep.Review + 1, ReportCards.Cancelled()), .. EvidenceSends.Disposal(old)] }
            : fresh;
    }

    public static Decision Resume(Turn turn, Known known) =>
        turn.Where.State.Draft is { } draft ? Say(draft, turn, known) : Decision.Show(ReportCards.Gone());

    /// <summary>The button under a form: its fields are read, and either the next card comes or the same with what is wrong.</summary>
    public static Step Forward(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) =>
    {
        var (read, problems) = ReportForm.Read(draft, pressed.Verb, pressed.Data, known.Trust, turn.When);
        var next = problems.Any ? read : read with { Step = ReportForm.After(read, known.Trust, turn.When) };
        // Only a whole report is read: the last page may change what the first one means.
        if (next.Step is ReportStep.Review && ReportForm.Complete(next, known.Trust, turn.When).Report is not null)
            next = CheckRoute.Read(next, known);
        return Keep(next, problems, turn, known);
    });

    /// <summary>Back, or Change on the review: nothing that was typed is judged, and nothing is lost.</summary>
    public static Step GoTo(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) =>
    {
        var typed = ReportForm.Keep(draft, pressed.Data);
        return Enum.TryParse<ReportStep>(pressed.Data.Text(Fields.Step), ignoreCase: true, out var step) && Enum.IsDefined(step)
            ? Keep(typed with { Step = step }, ReportProblems.None, turn, known)
            : Decision.Tell("This button no longer works. Nothing has changed.");
    });

    /// <summary>The client draws the card again by itself.</summary>
    public static Step View(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) =>
        Decision.Show(ReportCards.Card(draft, ReportProblems.None, known.Trust, turn.Who.Academy, turn.When, known.Library)));

    /// <summary>
    /// A press on a report's card. Pressing an old card after the report was sent in shows the case that it became; after it was thrown away,
    /// that it is gone.
    /// </summary>
    internal static Step OnDraft(Arrival.Pressed pressed, Func<ReportDraft, Turn, Known, Decision> decide)
    {
        var id = pressed.Data.Text(Fields.Draft);
        var changes = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) ? reference : null;
        return new Step(new Needs { Case = changes, CaseOfDraft = id.Length is > 0 and <= 100 ? id : null }, (turn, known) =>
            turn.Where.State.Draft is { } draft && draft.Id == id ? decide(draft, turn, known)
            : turn.Where.Kind is ConversationKind.Personal && known.Case is { } incident && incident.Reporter.Id == turn.Who.Id ? Decision.Show(ConfirmationCards.For(incident, known.Trust))
            : Decision.Show(ReportCards.Gone()));
    }

    private static Decision Fresh(Turn turn, Known known)
    {
        var academy = turn.Who.Academy ?? (known.Trust.Academies is [var only] ? only.Key : "");
        return Say(new ReportDraft(turn.Id, turn.When, ReportStep.Danger) { Academy = academy }, turn, known);
    }

    internal static Decision Say(ReportDraft draft, Turn turn, Known known) => new()
    {
        State = turn.Where.State with { Draft = draft },
        Replies = [new Reply(ReportCards.Card(draft, ReportProblems.None, known.Trust, turn.Who.Academy, turn.When, known.Library), CardKeys.Draft(draft.Id))],
    };

    internal static Decision Keep(ReportDraft draft, ReportProblems problems, Turn turn, Known known) => new()
    {
        State = turn.Where.State with { Draft = draft },
        Shown = ReportCards.Card(draft, problems, known.Trust, turn.Who.Academy, turn.When, known.Library),
    };
}
