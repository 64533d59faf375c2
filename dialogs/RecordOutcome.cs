using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>A senior leader records how an incident ended: outcome, reason and referrals, none of them optional.</summary>
internal static class RecordOutcome
{
    public static Step Open(Arrival.Pressed pressed) => HandleIncident.Step(pressed, (incident, _, turn, known) => Decision.Show(
        incident.Status is IncidentStatus.Acknowledged
            ? SltCards.OutcomeForm(incident, Begun(incident), ReportProblems.None, ViewIncident.CardOf(turn, incident))
            : SltCards.Card(incident, known.Trust, ViewIncident.CardOf(turn, incident))));

    public static Step Step(Arrival.Pressed pressed) => HandleIncident.Step(pressed, (incident, academy, turn, known) =>
        Decide(incident, academy, turn, known, pressed.Data));

    // What was referred already need not be remembered when it is closed.
    private static OutcomeTyped Begun(Incident incident) =>
        OutcomeTyped.Nothing with { Referrals = [.. incident.Handling.Referrals.Select(referral => referral.To).Distinct(StringComparer.Ordinal)] };

    private static Decision Decide(Incident incident, Academy academy, Turn turn, Known known, PressedData data)
    {
        var typed = new OutcomeTyped(
            Short(data.Text(Fields.Result), Limits.Reason), Short(data.Text(Fields.Reason), Limits.Reason), data.Choices(Fields.Referrals),
            Short(data.Text(Fields.NoReferral), Limits.NoReferral));
        var card = ViewIncident.CardOf(turn, incident);
        var problems = Judge(incident, typed, data);
        if (incident.Status is IncidentStatus.Acknowledged && problems.Any)
            return Decision.Show(SltCards.OutcomeForm(incident, typed, problems, card));

        var outcome = new Outcome(
            typed.Result, typed.Reason, [.. typed.Referrals.Where(referral => referral != OutcomeChoices.Nobody)],
            typed.NoReferral is { Length: > 0 } because ? because : null, turn.Who.Ref, turn.When);
        return IncidentRules.Close(incident, outcome) switch
        {
            Ruling<Incident>.Allowed allowed => new Decision
            {
                Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
                Shown = SltCards.Card(allowed.After, known.Trust, card),
                Sends = [
                    .. IncidentSends.Changed(allowed.After, academy, known.Trust),
                    .. allowed.After.Drill ? [DrillEnded(allowed.After, known)] : (ImmutableArray<Send>)[]],
            },
            Ruling<Incident>.Refused { Sentence: var sentence } when incident.Status is IncidentStatus.Reported => Decision.Tell(sentence),
            // Somebody else was first: the card as it is now says who and when.
            _ => Decision.Show(SltCards.Card(incident, known.Trust, card)),
        };
    }

    // Practice is no part of the Trust's own record.
    private static Send.ToPerson DrillEnded(Incident drill, Known known) => new(
        drill.Reporter.Id, CardKeys.Told(drill.Reference, drill.Version), drill.Version, DrillCards.Timings(drill, known.Arrived, known.Trust));

    private static ReportProblems Judge(Incident incident, OutcomeTyped typed, PressedData data)
    {
        var problems = ReportProblems.None;
        if (OutcomeChoices.Results.All(result => result.Value != typed.Result))
            problems = problems.With(Fields.Result, "Please choose the outcome.");
        if (typed.Reason.Length == 0)
            problems = problems.With(Fields.Reason, "Please give the reason in a sentence or two.");
        else if (data.Text(Fields.Reason).Length > Limits.Reason)
            problems = problems.With(Fields.Reason, TooLong(Limits.Reason));
        if (typed.Referrals.IsEmpty || typed.Referrals.Any(value => OutcomeChoices.Referrals.All(choice => choice.Value != value)))
            problems = problems.With(Fields.Referrals, "Please choose who this was referred to, or Nobody.");
        else if (typed.Referrals.Contains(OutcomeChoices.Nobody, StringComparer.Ordinal) && typed.Referrals.Length > 1)
            problems = problems.With(Fields.Referrals, "Please choose either Nobody or the people it was referred to, not both.");
        else if (typed.Referrals.Contains(OutcomeChoices.Nobody, StringComparer.Ordinal) && !incident.Handling.Referrals.IsEmpty)
            problems = problems.With(Fields.Referrals, "A referral was recorded on this case. Please choose who it went to.");
        else if (typed.Referrals.Contains(OutcomeChoices.Nobody, StringComparer.Ordinal) && typed.NoReferral.Length == 0)
            problems = problems.With(Fields.NoReferral, "Please say why it was referred to nobody.");
        if (data.Text(Fields.NoReferral).Length > Limits.NoReferral)
            problems = problems.With(Fields.NoReferral, TooLong(Limits.NoReferral));
        return problems;
    }

    private static string TooLong(int longest) => string.Create(CultureInfo.InvariantCulture, $"Please keep this under {longest:N0} characters.");

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
