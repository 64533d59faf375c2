using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>Who else hears of what is done about an incident: people who are involved, and the reporter where they are asked.</summary>
internal static class HandlingSends
{
    public static Send ToInvolved(Incident incident, Involvement involved)
    {
        var card = CardKeys.Involved(incident.Reference, involved.Number);
        return new Send.ToPerson(involved.Person.Id, card, incident.Version, InvolvedCards.For(incident, involved, "", ReportProblems.None, card));
    }

    public static Send ToReporter(Incident incident, ReporterQuestion question, Trust trust)
    {
        var card = CardKeys.Asked(incident.Reference, question.Number);
        return new Send.ToPerson(incident.Reporter.Id, card, incident.Version, ReporterQuestionCards.For(incident, question, "", ReportProblems.None, trust, card));
    }

    public static Send Again(Incident incident, Involvement involved)
    {
        var card = CardKeys.Involved(incident.Reference, involved.Number);
        return new Send.Update(card, incident.Version, InvolvedCards.For(incident, involved, "", ReportProblems.None, card));
    }

    public static Send Again(Incident incident, ReporterQuestion question, Trust trust)
    {
        var card = CardKeys.Asked(incident.Reference, question.Number);
        return new Send.Update(card, incident.Version, ReporterQuestionCards.For(incident, question, "", ReportProblems.None, trust, card));
    }

    /// <summary>After it was closed, or opened again: nobody is left with a field that leads nowhere, or without the one they need.</summary>
    public static IEnumerable<Send> Standing(Incident incident, Trust trust) =>
    [
        .. incident.Handling.Involved.Select(involved => Again(incident, involved)),
        .. incident.Handling.Questions.Where(question => question.Answer is null).Select(question => Again(incident, question, trust)),
    ];
}
