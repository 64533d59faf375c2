using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>
/// Notes that time has passed. They carry the reference and nothing of the case: they reach people up the line who must not read it, and locked screens.
/// </summary>
public static class ReminderCards
{
    public static Message For(Incident incident, Reminder reminder, Trust trust) => reminder.Kind switch
    {
        _ when IsSettled(incident, reminder) => Settled(incident),
        ReminderKind.Chase when reminder.Step == (int)ChaseStep.Handlers => Waiting(incident, trust,
            "Nobody has acknowledged it yet. Please open its card, which stands further up, and press **Acknowledge**."),
        ReminderKind.Chase => Waiting(incident, trust,
            "Nobody has acknowledged it yet, although those who handle it were reminded. Please see to it that one of them does. The details are with them alone."),
        ReminderKind.Breach => Breach(incident, reminder, trust),
        _ => Lado(incident, trust),
    };

    /// <summary>True when what it asked for is done: then it stands there for nobody to act on.</summary>
    public static bool IsSettled(Incident incident, Reminder reminder) => reminder.Kind switch
    {
        ReminderKind.Chase => incident.Status is not IncidentStatus.Reported,
        _ when incident.Status is not (IncidentStatus.Reported or IncidentStatus.Acknowledged) => true,
        ReminderKind.Breach => incident.Breach is not null,
        _ => incident.LadoTold is not null,
    };

    private static Message Waiting(Incident incident, Trust trust, string please) => Card(
        incident, "is still waiting", trust,
        [
            Lines.Plain(please),
            .. incident.Report.Route.IsSafeguarding() && !incident.Drill
                ? (ImmutableArray<CardElement>)[Lines.Plain("It came in as a safeguarding report: please do not leave it until tomorrow. If someone is in danger, ring **999**.")]
                : [],
        ]);

    private static Message Breach(Incident incident, Reminder reminder, Trust trust)
    {
        var by = When.Full(incident.ReportedAt.AddHours(IncidentClock.BreachHours), trust);
        return reminder.Step < IncidentClock.BreachHours
            ? Card(incident, "needs a decision about the ICO", trust,
                [Lines.Plain($"If personal data was lost, the Information Commissioner's Office (ICO) has to be told by **{by}**, also when not everything is known yet. No decision is recorded."),
                Lines.Plain("If it need not be told, please record why.")])
            : Card(incident, "is past the time for the ICO", trust,
                [Lines.Urgent(Lines.Plain($"**The 72 hours ended on {by}, and no decision is recorded.**")),
                Lines.Plain("If personal data was lost, please tell the Information Commissioner's Office (ICO) now and say why it is late. If it need not be told, please record why.")]);
    }

    private static Message Lado(Incident incident, Trust trust) => Card(
        incident, "needs a call to the LADO", trust,
        [Lines.Urgent(Lines.Plain("**One working day has passed, and it is not recorded that the local authority's designated officer (LADO) was told.**")),
        Lines.Plain("Please ring them now, before anything is looked into, and record it. If you have rung them already, please record that.")]);

    private static Message Settled(Incident incident) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{DrillMark.Name(incident)}: done"),
                Lines.Plain("What I reminded you of here is done. There is nothing more to do about this note."),
            ],
            $"{DrillMark.Name(incident)}: done."),
        $"{DrillMark.Name(incident)}: done");

    private static Message Card(Incident incident, string what, Trust trust, ImmutableArray<CardElement> body) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{DrillMark.Name(incident)} {what}"),
                .. incident.Drill ? DrillMark.Introduction : [],
                .. body,
                new FactSet(Details.Bare(incident, trust)),
            ],
            $"{DrillMark.Name(incident)} {what}."),
        $"{DrillMark.Name(incident)}: please look at it");
}
