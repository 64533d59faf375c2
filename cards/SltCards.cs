using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>
/// What those who handle a case see: SLT in its channel, or each handler in their own chat. A channel has more readers than a case should have, so of a
/// safeguarding report nothing stands there but, in danger, that there is one (see <see cref="IncidentAudience"/>).
/// </summary>
public static class SltCards
{
    /// <summary>The case as it is now, with the one button that fits.</summary>
    /// <param name="deliveryKey">Which delivery this card is; comes back with each press, so that the right post is drawn again.</param>
    public static Message Card(Incident incident, Trust trust, string? deliveryKey)
    {
        var (name, state) = (DrillMark.Name(incident), State(incident.Status));
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{name}: {state}"),
                    .. incident.Drill ? DrillMark.Introduction : Introduction(incident.Report),
                    .. Whole(incident, trust),
                    .. Buttons(incident, deliveryKey),
                ],
                $"{name}: {state}.")
            {
                Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.IncidentView, incident, deliveryKey))),
            },
            $"{name}: {state}");
    }

    /// <summary>All that SLT's channel learns where someone may be in danger: who leads the school must know, and no more than that.</summary>
    public static Message Notice(Incident incident, Trust trust, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference}: someone may be in danger"),
                Lines.Plain(Holder(incident, trust) is "the safeguarding lead"
                    ? "The safeguarding lead has been told and holds the details. Please speak with them, and do not ask about it here."
                    : $"{Holder(incident, trust)} has been told and holds the details. Please speak with nobody else about it, and do not ask about it here."),
                new FactSet([.. Details.Bare(incident, trust), .. Steps(incident, trust)]),
            ],
            $"{incident.Reference}: someone may be in danger.")
        {
            Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.IncidentView, incident, deliveryKey))),
        },
        $"{incident.Reference}: please look at it now");

    // Never somebody whom it is about: the whole channel would go and tell them.
    private static string Holder(Incident incident, Trust trust) =>
        TurnTo.Whom(incident.Report.Route, [.. incident.Report.About.Select(person => person.Id)], trust, trust.FindAcademy(incident.Academy));

    /// <summary>The form for the outcome, with what was typed so far and what is wrong with it.</summary>
    public static Message OutcomeForm(Incident incident, OutcomeTyped typed, ReportProblems problems, string? deliveryKey = null) => new(
        null, OutcomeForms.Form(incident, typed, problems, deliveryKey), $"{DrillMark.Name(incident)}: record the outcome");

    internal static CardData Data(string verb, Incident incident, string? deliveryKey) => new(verb)
    {
        Ref = incident.Reference.ToString(),
        Delivery = deliveryKey,
    };

    private static string State(IncidentStatus status) => status switch
    {
        IncidentStatus.Reported => "new report",
        IncidentStatus.Withdrawn => "withdrawn by the reporter",
        IncidentStatus.Acknowledged => "acknowledged",
        _ => "closed",
    };

    // Who has it in hand stands at the top: it is what the other leaders look for.
    private static ImmutableArray<CardElement> Whole(Incident incident, Trust trust) =>
    [
        new FactSet([.. Details.Facts(incident, trust), .. Steps(incident, trust), .. Deadlines.Facts(incident, trust), .. HandlingLines.Facts(incident, trust)]),
        // What was done since needs its room on the card.
        .. Details.Of(incident, trust, incident is { Outcome: null, Handling.Last: null } ? 1500 : 800),
        .. EvidenceLines.Count(incident),
        .. HandlingLines.Newest(incident, trust),
        .. incident.Outcome is { } outcome ? Ending(outcome) : [],
    ];

    private static ImmutableArray<CardElement> Introduction(Report report) => report.Route switch
    {
        Route.AllegationHead or Route.AllegationStaff => [Lines.Urgent(Lines.Plain(
            "**This may be an allegation about an adult who works with children.** Please ring the local authority's designated officer (LADO) before anything is looked into, and speak of it with nobody who does not need to know.")),
            Lines.Plain("It came to you alone. The safeguarding lead was told that a child may be affected, and nothing about the adult.")],
        Route.IndecentImage => [Lines.Urgent(Lines.Plain("**There may be a nude or indecent image of somebody under 18.** The reporter was told to speak with you now, and not to send, copy or delete it.")),
            Lines.Plain("No picture and no link is taken, and nobody was asked to describe it. This came to the safeguarding side alone. Please record it in your safeguarding system.")],
        { } route when route.IsSafeguarding() => [Lines.Urgent(Lines.Plain(Answered(report.Risk))),
            Lines.Plain("The details came to the safeguarding side alone. Please record it in your safeguarding system.")],
        _ => [],
    };

    private static string Answered(Risk risk) => risk switch
    {
        Risk.DangerNow => "**The reporter said that someone is in danger now.** They were told to ring 999 and then you.",
        Risk.ChildAtRisk => "**The reporter said that a child may be at risk.** They were told to ring you.",
        Risk.Unsure => "**The reporter was not sure whether somebody is at risk.** They were told to ring you.",
        _ => "**The reporter did not say that a child may be at risk; the words of the report sound like it.**",
    };

    private static IEnumerable<Fact> Steps(Incident incident, Trust trust)
    {
        if (incident.WithdrawnAt is { } withdrawn)
            yield return new Fact(incident.Status is IncidentStatus.Withdrawn ? "Withdrawn" : "The reporter asked to withdraw it", When.Full(withdrawn, trust));
        if (incident.Acknowledged is { } seen)
            yield return new Fact("Acknowledged", $"{UserText.Escape(seen.By.Name)}, {When.Full(seen.At, trust)}");
        if (incident.Outcome is { } outcome)
            yield return new Fact("Closed", $"{UserText.Escape(outcome.By.Name)}, {When.Full(outcome.At, trust)}");
    }

    private static ImmutableArray<CardElement> Ending(Outcome outcome)
    {
        var referrals = string.Join(", ", outcome.Referrals.Select(value => ReportChoices.TitleOf(OutcomeChoices.Referrals, value)));
        return
        [
            Lines.Subheading("Outcome"),
            Lines.Named("Result", ReportChoices.TitleOf(OutcomeChoices.Results, outcome.Result), 100),
            Lines.Named("Reason", outcome.Reason, Limits.Reason),
            Lines.Named("Referred to", referrals.Length == 0 ? "Nobody" : referrals, 300),
            .. outcome.NoReferralBecause is { } because ? (ImmutableArray<CardElement>)[Lines.Named("Because", because, Limits.NoReferral)] : [],
        ];
    }

    private static ImmutableArray<CardElement> Buttons(Incident incident, string? deliveryKey) => Lines.Buttons(
        [
            .. incident.Status switch
            {
                IncidentStatus.Reported => [new ExecuteAction("Acknowledge", Data(Verbs.IncidentAcknowledge, incident, deliveryKey)) { Style = ActionStyle.Positive }],
                IncidentStatus.Acknowledged =>
                [
                    new ExecuteAction("Record outcome", Data(Verbs.IncidentOutcome, incident, deliveryKey)) { Style = ActionStyle.Positive },
                    new ExecuteAction("More", Data(Verbs.IncidentMore, incident, deliveryKey)),
                ],
                _ => (ImmutableArray<CardAction>)[new ExecuteAction("Open it again", Data(Verbs.IncidentMore, incident, deliveryKey))],
            },
            .. incident.Report.Confidential ? (ImmutableArray<CardAction>)[new ExecuteAction("Who reported this?", Data(Verbs.IncidentReveal, incident, deliveryKey))] : [],
            .. incident.Report.Route.IsSafeguarding() ? [] : Details.Open(incident.Report),
            .. incident.Evidence.IsEmpty ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Evidence", Data(Verbs.EvidenceList, incident, deliveryKey))],
            // What a timeline says is for whoever reads it in their own chat; a channel has more readers.
            .. deliveryKey?.EndsWith("/slt", StringComparison.Ordinal) is true ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Timeline", Data(Verbs.IncidentTimeline, incident, deliveryKey))],
        ]);
}
