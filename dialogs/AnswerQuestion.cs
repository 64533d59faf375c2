using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>A person answers a question, changes their answer, or passes the question on to somebody who knows better.</summary>
internal static class AnswerQuestion
{
    public static Step Open(Arrival.Pressed pressed) => HandleQuestion.Step(pressed, (question, turn, known) =>
        question.Status is QuestionStatus.Withdrawn
            ? HandleQuestion.Show(question, turn, known)
            : Form(question, Standing(question, known), ReportProblems.None, null, turn, known));

    public static Step Answer(Arrival.Pressed pressed) => HandleQuestion.Step(pressed, (question, turn, known) =>
        Send(question, pressed.Data, answer => QuestionRules.Answer(question, answer), changed: false, turn, known));

    public static Step Change(Arrival.Pressed pressed) => HandleQuestion.Step(pressed, (question, turn, known) =>
        Send(
            question, pressed.Data,
            answer => QuestionRules.Change(question, answer, int.TryParse(pressed.Data.Text(Fields.Seen), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0),
            changed: true, turn, known));

    public static Step PassOn(Arrival.Pressed pressed) => HandleQuestion.Step(pressed, (question, turn, known) =>
    {
        if (question.Status is QuestionStatus.Withdrawn)
            return HandleQuestion.Show(question, turn, known);
        var typed = Typed(pressed.Data);
        var desks = known.Trust.Others(question.Desk, question.Asker.Id);
        if (desks.All(desk => desk.ToString() != typed.PassTo))
            return Form(question, typed, ReportProblems.None.With(Fields.PassTo, "Please choose who should have it."), null, turn, known);

        var to = Enum.Parse<Desk>(typed.PassTo);
        if (QuestionRules.PassOn(question, to, turn.Who.Ref, turn.When) is not Ruling<Question>.Allowed allowed)
            return HandleQuestion.Show(question, turn, known);
        var before = question.Readers(known.Trust);
        var theirs = known.Trust.PeopleAt(allowed.After.DeskNow(known.Trust), question.Asker.Id);
        return Changed(question, allowed, before, turn, known) with
        {
            Sends = [
                .. QuestionSends.Changed(allowed.After, before, known.Trust, known.Library),
                .. QuestionSends.ToDesk(allowed.After, theirs.Except(before, StringComparer.OrdinalIgnoreCase), known.Trust, known.Library),
                .. QuestionSends.BackAt(allowed.After, theirs.Intersect(before, StringComparer.OrdinalIgnoreCase).Except([turn.Who.Id], StringComparer.OrdinalIgnoreCase)),
                QuestionSends.PassedOn(allowed.After, known.Trust)],
        };
    });

    private static Decision Send(
        Question question, PressedData data, Func<PersonsAnswer, Ruling<Question>> rule, bool changed, Turn turn, Known known)
    {
        var typed = Typed(data);
        var problems = Judge(typed, data, known);
        if (problems.Any && question.Status is not QuestionStatus.Withdrawn)
            return Form(question, typed, problems, null, turn, known);

        var answer = new PersonsAnswer(typed.Answer, QuestionClauses.Read(typed.Clause, known.Library), turn.Who.Ref, question.DeskNow(known.Trust), turn.When);
        return rule(answer) switch
        {
            Ruling<Question>.Allowed allowed => Changed(question, allowed, question.Readers(known.Trust), turn, known) with
            {
                Sends = [
                    .. QuestionSends.Changed(allowed.After, allowed.After.Readers(known.Trust), known.Trust, known.Library),
                    .. QuestionSends.Answered(allowed.After, known.Library, changed)],
            },
            // Somebody else was faster. What this person wrote is not thrown away: they see the other's answer beside their own words.
            Ruling<Question>.Refused { Sentence: var sentence } when question.Answer is not null => Form(question, typed, ReportProblems.None, sentence, turn, known),
            _ => HandleQuestion.Show(question, turn, known),
        };
    }

    private static Decision Changed(Question before, Ruling<Question>.Allowed allowed, ImmutableArray<string> readers, Turn turn, Known known) =>
        HandleQuestion.Show(allowed.After, turn, known) with { Case = new CaseChange(before.Version, allowed.After, allowed.Entries) };

    private static Decision Form(Question question, AnswerTyped typed, ReportProblems problems, string? notice, Turn turn, Known known) =>
        Decision.Show(QuestionForms.Form(question, typed, problems, notice, known.Trust, known.Library, HandleQuestion.DeliveryOf(turn, question)));

    private static AnswerTyped Standing(Question question, Known known) =>
        new(question.Answer?.Text ?? "", QuestionClauses.Write(question.Answer?.Clause, known.Library), "");

    private static AnswerTyped Typed(PressedData data) => new(Short(data.Text(Fields.Answer), Limits.Answer), Short(data.Text(Fields.Clause), 200), Short(data.Text(Fields.PassTo), 50));

    private static ReportProblems Judge(AnswerTyped typed, PressedData data, Known known)
    {
        var problems = ReportProblems.None;
        if (typed.Answer.Length == 0)
            problems = problems.With(Fields.Answer, "Please write the answer in a sentence or two.");
        else if (data.Text(Fields.Answer).Length > Limits.Answer)
            problems = problems.With(Fields.Answer, string.Create(CultureInfo.InvariantCulture, $"Please keep this under {Limits.Answer:N0} characters."));
        if (typed.Clause.Length > 0 && QuestionClauses.Read(typed.Clause, known.Library) is null)
            problems = problems.With(Fields.Clause, "Please choose a clause from the list, or none.");
        return problems;
    }

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
