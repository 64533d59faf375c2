using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>Submit: the draft becomes a case, and everyone who must know of it is told, all in one commit.</summary>
internal static class SubmitReport
{
    public static Step Step(Arrival.Pressed pressed)
    {
        var onDraft = ReportIncident.OnDraft(pressed, (draft, turn, known) => Decide(ReportForm.Naming(draft, pressed.Data), turn, known));
        return onDraft with { Needs = onDraft.Needs with { NextReference = CaseReference.Incident } };
    }

    private static Decision Decide(ReportDraft draft, Turn turn, Known known)
    {
        var trust = known.Trust;
        var (report, at, problems) = ReportForm.Complete(draft, trust, turn.When);
        if (report is null || trust.FindAcademy(draft.Academy) is not { } academy)
            return new Decision
            {
                State = turn.Where.State with { Draft = draft with { Step = at } },
                Shown = ReportCards.Card(draft with { Step = at }, problems, trust, turn.Who.Academy, turn.When, known.Library),
            };

        // An old review can be submitted after the words were changed elsewhere: what they sound like now is asked first.
        if (CheckRoute.Read(draft, known) is var read && (read.Step is ReportStep.Check || read.Route != draft.Route))
            return ReportIncident.Keep(read, ReportProblems.None, turn, known);
        if (draft.Case.Length > 0)
            return EditIncident.Save(draft, report, turn, known);

        var opened = IncidentRules.Open(known.NextReference!, report, turn.Who.Ref, academy.Key, draft.Id, turn.When);
        var brought = EvidenceRules.Bring(opened.After, draft, turn.When);
        var incident = (brought ?? opened).After;
        var confirmation = ConfirmationCards.For(incident, trust);
        return new Decision
        {
            State = turn.Where.State with { Draft = null },
            Case = new CaseChange(0, incident, [.. opened.Entries, .. brought?.Entries ?? []]),
            Shown = confirmation,
            AdoptedAs = CardKeys.Reporter(incident.Reference),
            Sends = [
                // The answer to the press shows the confirmation to this client; the update shows it on the person's other devices too.
                new Send.Update(CardKeys.Reporter(incident.Reference), incident.Version, confirmation),
                .. IncidentSends.Opened(incident, academy, trust)],
        };
    }
}
