using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Tests.Cards;

/// <summary>The cards of those who handle an incident, and of those whom they turn to.</summary>
internal static class HandlingGallery
{
    private static readonly ReportProblems Wrong = ReportProblems.None
        .With(Fields.Act, "Please choose what you want to do.").With(Fields.HandTo, "Please choose who should have it.").With(Fields.Category, "Please choose what it is.")
        .With(Fields.Severity, "Please choose how serious it is.").With(Fields.Harm, "Please say who or what is affected.").With(Fields.Involve, "Please choose people from the list.")
        .With(Fields.Tell, "Please write what they need to know.").With(Fields.Agency, "Please choose who it was referred to.").With(Fields.Date, "Please choose the day.")
        .With(Fields.Note, "Please write the note.").With(Fields.Inquiry, "Please write your question.").With(Fields.Reason, "Please say why.")
        .With(Fields.BreachResult, "Please choose what was decided.").With(Fields.Reply, "Please write something first.");

    public static IEnumerable<(string, Message)> Cards()
    {
        foreach (var route in (Route[])[Route.Other, Route.ParentComment, Route.DataBreach, Route.AllegationStaff])
        {
            var handled = Sample.Handled("A short line about it.", route);
            yield return ($"slt handled {route}", SltCards.Card(handled, Sample.Trust, "post-1"));
            yield return ($"handling menu {route}", HandlingForms.Menu(View(handled)));
        }
        yield return ("slt allegation, LADO not told", SltCards.Card(Allegation, Sample.Trust, "post-1"));
        yield return ("slt handled, confidential", SltCards.Card(Sample.Acknowledged with { Report = Sample.Acknowledged.Report with { Confidential = true } }, Sample.Trust, "post-1"));
        foreach (var act in Enum.GetValues<HandlingAct>())
        {
            yield return ($"handling {act}", HandlingForms.For(act, View(act is HandlingAct.Refer ? Allegation : Sample.Acknowledged)));
            var spoilt = View(Sample.Safeguarding(Sample.Acknowledged)) with { Typed = Written(Sample.Hostile), Problems = Wrong, Notice = "Ann Lee changed this after you opened this form." };
            yield return ($"handling {act}, wrong and hostile", HandlingForms.For(act, spoilt));
        }
        yield return ("slt handled, hostile", SltCards.Card(Sample.Handled(Sample.Hostile), Sample.Trust, "post-1"));
        yield return ("handed over note", ReporterCards.HandedOver(Sample.Handled("words"), "note-1"));
        yield return ("reopened note", ReporterCards.Reopened(Sample.Handled("words"), "note-1"));
        yield return ("handed on, in the channel", HandedOnCards.For(Sample.Acknowledged, inChannel: true));
        yield return ("handed on, in a chat", HandedOnCards.For(Sample.Acknowledged, inChannel: false));
        var open = Sample.Handled("Please keep an eye on Year 8 today.");
        foreach (var (name, incident) in ((string, Incident)[])[("open", open), ("closed", open with { Status = IncidentStatus.Closed }), ("hostile", Sample.Handled(Sample.Hostile))])
        {
            var (involved, question) = (incident.Handling.Involved[0], incident.Handling.Questions[0]);
            yield return ($"involved {name}", InvolvedCards.For(incident, involved, "", ReportProblems.None, "card-1"));
            yield return ($"involved {name}, wrong", InvolvedCards.For(incident, involved with { Replies = [] }, Sample.Hostile, Wrong, "card-1"));
            yield return ($"reporter question {name}, answered", ReporterQuestionCards.For(incident, question, "", ReportProblems.None, Sample.Trust, "card-1"));
            yield return ($"reporter question {name}", ReporterQuestionCards.For(incident, question with { Answer = null }, "", ReportProblems.None, Sample.Trust, "card-1"));
            yield return ($"reporter question {name}, wrong", ReporterQuestionCards.For(incident, question with { Answer = null }, Sample.Hostile, Wrong, Sample.Trust, "card-1"));
        }
    }

    public static IEnumerable<(string, Message)> Longest(string name, string piece)
    {
        var handled = Sample.Handled(Sample.Repeat(piece));
        yield return ($"slt handled, 100000 {name}", SltCards.Card(handled, Sample.Trust, "post-1"));
        yield return ($"involved, 100000 {name}", InvolvedCards.For(handled, handled.Handling.Involved[0], Sample.Repeat(piece), ReportProblems.None, "card-1"));
        yield return ($"reporter question, 100000 {name}", ReporterQuestionCards.For(
            handled, handled.Handling.Questions[0] with { Answer = null }, Sample.Repeat(piece), ReportProblems.None, Sample.Trust, "card-1"));
        foreach (var act in Enum.GetValues<HandlingAct>())
            yield return ($"handling {act}, 100000 {name}", HandlingForms.For(act, View(Sample.Acknowledged) with { Typed = Written(Sample.Repeat(piece)) }));
    }

    private static Incident Allegation => Sample.Acknowledged with { Report = Sample.Acknowledged.Report with { Suggested = Route.AllegationStaff } };

    private static CaseView View(Incident incident) => new(incident, Sample.Trust.Academies[0], Sample.Trust, "id-bob", Sample.Now, "post-1");

    private static Typed Written(string text) => new(Wrong.Sentences.Keys.ToImmutableDictionary(field => field, _ => text, StringComparer.Ordinal));
}
