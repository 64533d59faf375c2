using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>Somebody who was involved writes back. Whether they are is read from the record at this moment, and whether it is about them.</summary>
internal static class ReplyAsInvolved
{
    public static Step Step(Arrival.Pressed pressed) => new(HandleIncident.Needs(pressed), (turn, known) =>
    {
        var words = WordsBack.Read(pressed.Data);
        if (turn.Where.Kind is not ConversationKind.Personal || known.Case is not { } incident || known.Trust.FindAcademy(incident.Academy) is not { } academy
            || InvolvementRules.Find(incident, words.Number, academy, turn.Who.Id) is not { } involved)
            return Decision.Tell(HandleIncident.NotYours);
        if (words.Problems.Any && incident.Status is not IncidentStatus.Closed)
            return Show(incident, involved, words.Text, words.Problems);
        if (InvolvementRules.Reply(incident, involved, words.Text, turn.When) is not Ruling<Incident>.Allowed allowed)
            return Show(incident, involved, "", ReportProblems.None);

        var after = allowed.After.Handling.Involved.First(each => each.Number == involved.Number);
        return Show(allowed.After, after, "", ReportProblems.None) with
        {
            Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
            Sends = [.. IncidentSends.Handled(allowed.After, academy, known.Trust), HandlingSends.Again(allowed.After, after)],
        };
    });

    private static Decision Show(Incident incident, Involvement involved, string typed, ReportProblems problems) =>
        Decision.Show(InvolvedCards.For(incident, involved, typed, problems, CardKeys.Involved(incident.Reference, involved.Number)));
}
