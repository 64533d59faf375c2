using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>
/// What SLT sees in its channel. A channel has more readers than a case should have, so of a safeguarding report it says only
/// that there is one: the details go to the safeguarding lead alone (see <see cref="ReferralCards"/>).
/// </summary>
public static class SltCards
{
    /// <summary>The case as it is now, with the one button that fits.</summary>
    /// <param name="deliveryKey">Which delivery this card is; comes back with each press, so that the right post is drawn again.</param>
    public static Message Card(Incident incident, Trust trust, string? deliveryKey)
    {
        var state = State(incident.Status);
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{incident.Reference}: {state}"),
                    .. incident.Report.Risk.IsSafeguarding() ? Veiled(incident, trust) : Whole(incident, trust),
                    .. Buttons(incident, deliveryKey),
                ],
                $"{incident.Reference}: {state}.")
            {
                Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.IncidentView, incident, deliveryKey))),
            },
            $"{incident.Reference}: {state}");
    }

    /// <summary>The form for the outcome, with what was typed so far and what is wrong with it.</summary>
    public static Message OutcomeForm(Incident incident, OutcomeTyped typed, ReportProblems problems, string? deliveryKey = null) => new(
        null, OutcomeForms.Form(incident, typed, problems, deliveryKey), $"{incident.Reference}: record the outcome");

    internal static CardData Data(string verb, Incident incident, string? deliveryKey) => new(verb)
    {
        Ref = incident.Reference.ToString(),
        Delivery = deliveryKey,
    };

    private static string State(IncidentStatus status) => status switch
    {
        IncidentStatus.Reported => "new report",
        IncidentStatus.Acknowledged => "acknowledged",
        _ => "closed",
    };

    // Who has it in hand stands at the top: it is what the other leaders look for.
    private static ImmutableArray<CardElement> Whole(Incident incident, Trust trust) =>
    [
        new FactSet([.. Details.Facts(incident, trust), .. Steps(incident, trust)]),
        .. Details.Of(incident, trust, incident.Outcome is null ? 1500 : 800),
        .. incident.Outcome is { } outcome ? Ending(outcome) : [],
    ];

    private static ImmutableArray<CardElement> Veiled(Incident incident, Trust trust) =>
    [
        Lines.Plain("A safeguarding report was made. The safeguarding lead has been told and holds the details. Please do not ask about it here."),
        new FactSet([.. Details.Bare(incident, trust), .. Steps(incident, trust)]),
        .. incident.Outcome is null ? (ImmutableArray<CardElement>)[] : [Lines.Plain("The outcome is recorded. Its words are not shown here.")],
    ];

    private static IEnumerable<Fact> Steps(Incident incident, Trust trust)
    {
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
                IncidentStatus.Acknowledged => [new ExecuteAction("Record outcome", Data(Verbs.IncidentOutcome, incident, deliveryKey)) { Style = ActionStyle.Positive }],
                _ => (ImmutableArray<CardAction>)[],
            },
            .. incident.Report.Risk.IsSafeguarding() ? [] : Details.Open(incident.Report),
        ]);
}
