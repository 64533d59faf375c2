using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>What whoever holds a drill sees: how to start it, how far it is, and how long each step took.</summary>
public static class DrillCards
{
    /// <summary>Where, and as what kind of report, the drill is to be.</summary>
    /// <param name="academies">Those that this person may hold a drill in.</param>
    /// <param name="own">The key of the person's own academy, when it is known.</param>
    /// <param name="draftId">Names this drill for good: two presses start one.</param>
    public static Message Offer(ImmutableArray<Academy> academies, string? own, string draftId, ReportProblems problems) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Hold a drill"),
                Lines.Plain("I send a report that nobody made, marked as a drill, to the people who would get a real one. They acknowledge it and record an outcome. Then I tell you how long each step took."),
                Lines.Quiet("It is kept like any report, under a reference. It goes up the line to nobody, and into no record but its own."),
                new ChoiceInput(Fields.DrillKind, "What kind of report?", Choices.Of(DrillRules.Kinds)) { Value = DrillRules.Ordinary, Style = ChoiceStyle.Expanded },
                .. Lines.Problem(problems.For(Fields.DrillKind)),
                .. academies is [_]
                    ? (ImmutableArray<CardElement>)[]
                    : [
                        new ChoiceInput(Fields.Academy, "Which academy?", [.. academies.Select(academy => new Choice(academy.Name, academy.Key))])
                        {
                            Value = academies.FirstOrDefault(academy => academy.Key == own)?.Key, Placeholder = "Choose one", Style = ChoiceStyle.Compact,
                        },
                        .. Lines.Problem(problems.For(Fields.Academy))],
                .. Lines.Buttons(new ExecuteAction("Start the drill", new CardData(Verbs.DrillStart) { Draft = draftId }) { Style = ActionStyle.Positive }),
            ],
            "Hold a drill."),
        "Hold a drill");

    /// <summary>Drawn again in place with each step.</summary>
    public static Message Running(Incident incident, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{DrillMark.Name(incident)}: {(incident.Status is IncidentStatus.Closed ? "finished" : "under way")}"),
                Lines.Plain(incident.Status is IncidentStatus.Closed
                    ? "It has gone the whole way."
                    : "It is with the people who would get a real report. I write to you here when they have recorded an outcome."),
                Progress.Steps(incident, trust),
            ],
            $"{DrillMark.Name(incident)}.")
        {
            Refresh = new Refresh(new ExecuteAction(null, new CardData(Verbs.IncidentView) { Ref = incident.Reference.ToString() })),
        },
        $"{DrillMark.Name(incident)}: started");

    /// <summary>The end: what took how long.</summary>
    /// <param name="arrived">When the first of those who handle it had the card; null when that is not known.</param>
    public static Message Timings(Incident incident, DateTimeOffset? arrived, Trust trust)
    {
        var start = incident.ReportedAt;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{DrillMark.Name(incident)}: how long it took"),
                    new FactSet(
                    [
                        new Fact("Reported", When.Full(start, trust)),
                        new Fact("Arrived", arrived is { } there ? $"after {Took(there - start)}" : "not known"),
                        new Fact("Acknowledged", incident.Acknowledged is { } seen ? $"after {Took(seen.At - start)}, by {UserText.Escape(seen.By.Name)}" : "not known"),
                        new Fact("Closed", incident.Outcome is { } end ? $"after {Took(end.At - start)}, by {UserText.Escape(end.By.Name)}" : "not known"),
                    ]),
                    Lines.Plain("Thank you for practising."),
                ],
                $"{DrillMark.Name(incident)}: how long it took."),
            $"{DrillMark.Name(incident)}: finished");
    }

    private static string Took(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s");
}
