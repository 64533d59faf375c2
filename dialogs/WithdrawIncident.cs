using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>A reporter takes a report back that nobody has in hand yet; asked once, because it cannot be undone.</summary>
internal static class WithdrawIncident
{
    public static Step Ask(Arrival.Pressed pressed) => MyIncident.Step(pressed, (incident, _, _) =>
        ReporterRules.InHand(incident) is { } sentence ? Decision.Tell(sentence) : Decision.Show(MineCards.Ask(incident)));

    public static Step Step(Arrival.Pressed pressed) => MyIncident.Step(pressed, (incident, turn, known) => ReporterRules.Withdraw(incident, turn.When) switch
    {
        Ruling<Incident>.Allowed allowed => new Decision
        {
            Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
            Shown = ConfirmationCards.For(allowed.After, known.Trust),
            Sends = known.Trust.FindAcademy(incident.Academy) is { } academy ? [.. IncidentSends.Redrawn(allowed.After, academy, known.Trust)] : [],
        },
        Ruling<Incident>.Refused refused => Decision.Tell(refused.Sentence),
        var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
    });
}
