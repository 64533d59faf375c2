using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;
using Choice = PolicyBot.Cards.Elements.Choice;

namespace PolicyBot.Cards;

/// <summary>What stands in the answer's form, as it was typed: kept when something about it is wrong, or somebody was faster.</summary>
/// <param name="Clause">A choice of <see cref="QuestionClauses"/>; empty for none.</param>
/// <param name="PassTo">The name of a <see cref="Desk"/>; empty for none.</param>
public sealed record AnswerTyped(string Answer, string Clause, string PassTo);

/// <summary>
/// The form for a person's answer. Only whoever opened it sees it, in place of the card. It has no refresh, which would wipe what is being typed.
/// </summary>
public static class QuestionForms
{
    /// <summary>The form, with what was typed so far and what is wrong with it.</summary>
    /// <param name="notice">What happened in the meantime; null when nothing did.</param>
    public static Message Form(
        Question question, AnswerTyped typed, ReportProblems problems, string? notice, Trust trust, PolicyLibrary library, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{question.Reference}: {(question.Answer is null ? "your answer" : "change the answer")}"),
                .. Lines.Problem(notice),
                .. DeskCards.Asked(question, question.Answer is null ? 900 : 400),
                .. question.Answer is { } before && before.Text != typed.Answer ? Lines.Typed($"The answer of {before.By.Name}", before.Text, 600) : [],
                new TextInput(Fields.Answer, "Your answer")
                {
                    Value = UserText.Kept(typed.Answer, Limits.Answer), IsMultiline = true, MaxLength = Limits.Answer, Placeholder = "Goes to them under your name",
                },
                .. Lines.Problem(problems.For(Fields.Answer)),
                Clause(question, typed, library),
                .. Lines.Problem(problems.For(Fields.Clause)),
                .. Lines.Buttons(
                    new ExecuteAction(
                        question.Answer is null ? "Send the answer" : "Send the changed answer",
                        DeskCards.Data(question.Answer is null ? Verbs.QuestionAnswer : Verbs.QuestionChange, question, deliveryKey) with { Seen = question.Version })
                    { Style = ActionStyle.Positive },
                    new ExecuteAction("Back", DeskCards.Data(Verbs.QuestionCard, question, deliveryKey)) { AssociatedInputs = AssociatedInputs.None }),
                .. question.IsOpen ? PassOn(question, typed, problems, trust, deliveryKey) : [],
            ],
            $"{question.Reference}: your answer."),
        $"{question.Reference}: your answer");

    // Eighty lines are too many to read through: words find the clause. Where one is chosen already, it has to stand there on every client.
    private static ChoiceInput Clause(Question question, AnswerTyped typed, PolicyLibrary library)
    {
        var input = new ChoiceInput(Fields.Clause, "The clause that settles it (if there is one)", QuestionClauses.Choices(question.Given, library));
        return QuestionClauses.Read(typed.Clause, library) is null
            ? input with { Placeholder = "Type a word of it, or choose", Style = ChoiceStyle.Filtered, ErrorMessage = "Please choose one from the list, or leave this empty." }
            : input with { Value = typed.Clause, Placeholder = "None", Style = ChoiceStyle.Compact };
    }

    private static ImmutableArray<CardElement> PassOn(Question question, AnswerTyped typed, ReportProblems problems, Trust trust, string? deliveryKey)
    {
        var desks = trust.Others(question.Desk, question.Asker.Id);
        return desks.IsEmpty
            ? []
            :
            [
                Lines.Subheading("Not for you?"),
                new ChoiceInput(Fields.PassTo, "Pass it on to", [.. desks.Select(desk => new Choice(Desks.Titles.First(title => title.Value == desk.ToString()).Title, desk.ToString()))])
                {
                    Value = desks.Any(desk => desk.ToString() == typed.PassTo) ? typed.PassTo : "", Placeholder = "Choose one", Style = ChoiceStyle.Compact,
                },
                .. Lines.Problem(problems.For(Fields.PassTo)),
                .. Lines.Buttons(new ExecuteAction("Pass it on", DeskCards.Data(Verbs.QuestionPass, question, deliveryKey))),
                Lines.Quiet("Whoever asked is told where it went."),
            ];
    }
}
