using PolicyBot.Cards.Elements;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cards.Incidents;

/// <summary>All that happened to an incident, who did it and when. Only ever in a handler's own chat.</summary>
public static class TimelineCards
{
    private const int PerPage = 8;

    /// <summary>One page of the trail, oldest first.</summary>
    /// <param name="before">Earlier cases with the same account or person that this viewer may see.</param>
    /// <param name="page">From 1; one that is past the end shows the last.</param>
    /// <param name="mayHold">True for whoever decides about a legal hold.</param>
    public static Message Card(
        Incident incident, ImmutableArray<TrailEntry> trail, ImmutableArray<CaseReference> before, int page, bool mayHold, Trust trust, string? deliveryKey)
    {
        var pages = Math.Max(1, (trail.Length + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{incident.Reference}: timeline"),
                    .. Before(before),
                    .. Hold(incident, trust),
                    .. trail.Skip((page - 1) * PerPage).Take(PerPage).Select(entry => Step(entry, incident, trust)),
                    .. pages > 1 ? (ImmutableArray<CardElement>)[Lines.Quiet($"Page {page} of {pages}, {trail.Length} steps.")] : [],
                    .. Lines.Buttons(
                        [
                            .. page < pages ? (ImmutableArray<CardAction>)[new ExecuteAction("Next", SltCards.Data(Verbs.IncidentTimeline, incident, deliveryKey) with { Page = page + 1 })] : [],
                            .. page > 1 ? (ImmutableArray<CardAction>)[new ExecuteAction("From the start", SltCards.Data(Verbs.IncidentTimeline, incident, deliveryKey))] : [],
                            new ExecuteAction("Back to the case", SltCards.Data(Verbs.IncidentCard, incident, deliveryKey)),
                            .. mayHold ? (ImmutableArray<CardAction>)[HoldButton(incident, deliveryKey)] : [],
                        ]),
                ],
                $"{incident.Reference}: timeline."),
            $"{incident.Reference}: timeline");
    }

    /// <summary>A pattern that whoever reads a single case cannot see; nothing when there is none.</summary>
    public static ImmutableArray<CardElement> Before(ImmutableArray<CaseReference> before) => before.IsEmpty
        ? []
        : [new Container([Lines.Plain($"**Seen before:** {string.Join(", ", before.Take(10))}{(before.Length > 10 ? $" and {before.Length - 10} more" : "")}. The same account or person.")]) { Style = ContainerStyle.Emphasis }];

    private static ImmutableArray<CardElement> Hold(Incident incident, Trust trust) => incident.Held is { } hold
        ? [Lines.Plain($"**Legal hold** by {UserText.Escape(hold.By.Name)} since {When.Full(hold.At, trust)}. It is not disposed of until the hold is lifted.")]
        : [];

    private static ExecuteAction HoldButton(Incident incident, string? deliveryKey) => incident.Held is null
        ? new ExecuteAction("Legal hold", SltCards.Data(Verbs.HoldForm, incident, deliveryKey))
        : new ExecuteAction("Lift the legal hold", SltCards.Data(Verbs.HoldLift, incident, deliveryKey));

    private static Container Step(TrailEntry entry, Incident incident, Trust trust) => new(
        [
            new TextBlock($"{entry.Sequence}. {TrailSteps.Name(entry.Type)}") { Weight = TextWeight.Bolder },
            Lines.Quiet($"{Who(entry, incident, trust)}, {When.Full(entry.At, trust)}"),
            .. TrailWords.In(entry).Select(words => Lines.Named(TrailSteps.Field(words.Field), TrailSteps.Said(words.Field, words.Text), 200)),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    // Not the name that a record would give away, but what the reporter was promised.
    private static string Who(TrailEntry entry, Incident incident, Trust trust) =>
        entry.Actor == incident.Reporter.Id ? incident.Report.Confidential ? "Confidential" : UserText.Escape(incident.Reporter.Name)
        : trust.FindPerson(entry.Actor) is { } person ? UserText.Escape(person.Name)
        : Guid.TryParse(entry.Actor, out _) ? "Somebody who is no longer in the directory"
        : "PolicyBot";
}
