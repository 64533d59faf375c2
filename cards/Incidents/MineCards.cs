using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>What a reporter can do with what they sent, and what others see after it.</summary>
public static class MineCards
{
    /// <summary>The buttons under the reporter's own card.</summary>
    internal static ImmutableArray<CardAction> Buttons(Incident incident) => !incident.IsReportersStill
        ? [Press.MyReports]
        :
        [
            Press.MyReports,
            new ExecuteAction("Change it", Data(Verbs.IncidentEdit, incident)),
            .. incident.WithdrawnAt is null ? (ImmutableArray<CardAction>)[new ExecuteAction("Withdraw it", Data(Verbs.IncidentWithdraw, incident))] : [],
        ];

    /// <summary>Asked once before it is withdrawn.</summary>
    public static Message Ask(Incident incident) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"Withdraw {incident.Reference}?"),
                Lines.Plain(incident.Report.Route.IsSafeguarding()
                    ? "Somebody may be at risk, so I cannot take this from those who keep people safe. They are told that you asked to withdraw it, and they decide what happens."
                    : "Those who got it are told that you withdrew it, and nothing more is done about it. It stays on record."),
                .. Lines.Buttons(new ExecuteAction("Yes, withdraw it", Data(Verbs.IncidentWithdrawn, incident)), new ExecuteAction("Keep it", Data(Verbs.IncidentMine, incident))),
            ],
            $"Withdraw {incident.Reference}?"),
        $"{incident.Reference}: withdraw it?");

    /// <summary>In place of a card that somebody may no longer see. Not even its reference: it may be about them now.</summary>
    public static Message Elsewhere() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("This is no longer with you"),
                Lines.Plain("It was passed to somebody else. You need do nothing about it, and please do not speak of it."),
            ],
            "This is no longer with you."),
        "This is no longer with you");

    private static CardData Data(string verb, Incident incident) => new(verb) { Ref = incident.Reference.ToString() };
}
