using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>The reporter answers what they were asked. Whether it is theirs is read from the record at this moment.</summary>
internal static class AnswerAsReporter
{
    public static Step Step(Arrival.Pressed pressed) => new(HandleIncident.Needs(pressed), (turn, known) =>
    {
        var words = WordsBack.Read(pressed.Data);
        if (turn.Where.Kind is not ConversationKind.Personal || known.Case is not { } incident || known.Trust.FindAcademy(incident.Academy) is not { } academy
            || ReporterQuestionRules.Find(incident, words.Number, academy, turn.Who.Id) is not { } question)
            return Decision.Tell(HandleIncident.NotYours);
        if (words.Problems.Any && question.Answer is null && incident.Status is not IncidentStatus.Closed)
            return Show(incident, question, words.Text, words.Problems, known);
        if (ReporterQuestionRules.Answer(incident, question, words.Text, turn.When) is not Ruling<Incident>.Allowed allowed)
            return Show(incident, question, "", ReportProblems.None, known);

        var after = allowed.After.Handling.Questions.First(each => each.Number == question.Number);
        return Show(allowed.After, after, "", ReportProblems.None, known) with
        {
            Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
            Sends = [.. IncidentSends.Handled(allowed.After, academy, known.Trust), HandlingSends.Again(allowed.After, after, known.Trust)],
        };
    });

    private static Decision Show(Incident incident, ReporterQuestion question, string typed, ReportProblems problems, Known known) =>
        Decision.Show(ReporterQuestionCards.For(incident, question, typed, problems, known.Trust, CardKeys.Asked(incident.Reference, question.Number)));
}
