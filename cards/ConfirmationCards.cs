using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>What the reporter keeps: the reference and what happens next. Drawn again in place when something happens.</summary>
public static class ConfirmationCards
{
    public static Message For(Incident incident, Trust trust)
    {
        if (incident.Drill)
            return DrillCards.Running(incident, trust);
        var (academy, about) = (trust.FindAcademy(incident.Academy), incident.Report.About.Select(person => person.Id).ToImmutableArray());
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading("Your report is saved"),
                    new TextBlock(incident.Reference.ToString()) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                    Lines.Quiet("This is its reference. You can quote it to anybody: it gives nothing away."),
                    .. incident.Report.Route switch
                    {
                        // Whoever reports an allegation speaks with the person who handles it; the safeguarding lead may not know of the adult.
                        { } allegation when allegation.IsAllegation() => [],
                        { } route when route.IsSafeguarding() => Speak(route, about, trust, academy),
                        _ => (ImmutableArray<CardElement>)[],
                    },
                    .. RouteScripts.For(incident.Report.Route, about, trust, academy),
                    Lines.Subheading("What happens next"),
                    Lines.Plain(Next(incident.Status)),
                    .. incident is { WithdrawnAt: not null, Status: not IncidentStatus.Withdrawn }
                        ? (ImmutableArray<CardElement>)[Lines.Plain("You asked to withdraw it. The safeguarding side knows, and decides what happens.")] : [],
                    .. incident.Report.Confidential
                        ? (ImmutableArray<CardElement>)[Lines.Plain("Your name is confidential: it stands on no card. Those who handle it can look it up, and each time is recorded.")] : [],
                    Lines.Plain(Readers.Of(incident.Report.Route, about, trust, academy)),
                    .. EvidenceLines.Invitation(incident),
                    Lines.Subheading("So far"),
                    Progress.Steps(incident, trust),
                    .. Lines.Buttons(MineCards.Buttons(incident)),
                ],
                $"Your report is saved. Its reference is {incident.Reference}.")
            {
                Refresh = new Refresh(new ExecuteAction(null, new CardData(Verbs.IncidentView) { Ref = incident.Reference.ToString() })),
            },
            $"{incident.Reference}: your report is saved");
    }

    // A form is no substitute for a conversation: a card that nobody reads tonight must not be all that was done for a child.
    private static ImmutableArray<CardElement> Speak(Route route, ImmutableArray<string> about, Trust trust, Academy? academy) =>
    [
        Lines.Urgent(
            [
                Lines.Plain($"**If you have not spoken with {TurnTo.Whom(route, about, trust, academy)} yet, please do it now.** If someone is in danger, ring **999**."),
                .. TurnTo.Lead(route, about, trust, academy),
            ]),
    ];

    private static string Next(IncidentStatus status) => status switch
    {
        IncidentStatus.Reported => "It has been passed on. I write to you here when somebody takes it on, and again when it is finished.",
        IncidentStatus.Withdrawn => "You withdrew it. Nothing more is done about it. If you are worried after all, please report it again.",
        IncidentStatus.Acknowledged => "Somebody is looking into it. I write to you here when it is finished.",
        _ => "It has been looked into and is finished. The details cannot be shared. Thank you for reporting it.",
    };
}
