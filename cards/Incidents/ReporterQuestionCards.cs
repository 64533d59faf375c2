using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>A question to whoever reported it, in their own chat: open, answered, or no longer needed.</summary>
public static class ReporterQuestionCards
{
    public static Message For(Incident incident, ReporterQuestion question, string typed, ReportProblems problems, Trust trust, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference}: {(question.Answer is null ? "a question for you" : "your answer was sent")}"),
                Lines.Plain(UserText.Escape(UserText.Shorten(question.Text, Limits.Inquiry))),
                Lines.Quiet($"{UserText.Escape(UserText.Shorten(question.By.Name, 60))} asks this about your report, {When.Full(question.At, trust)}."),
                .. question.Answer is { } answer ? Lines.Typed($"You answered, {When.Full(answer.At, trust)}", answer.Text, Limits.Reply)
                    : incident.Status is IncidentStatus.Closed ? [Lines.Plain("Your report is finished. No answer is needed any more.")]
                    : Answer(incident, question, typed, problems, deliveryKey),
            ],
            $"{incident.Reference}: a question about your report."),
        $"{incident.Reference}: a question about your report");

    private static ImmutableArray<CardElement> Answer(Incident incident, ReporterQuestion question, string typed, ReportProblems problems, string deliveryKey) =>
    [
        new TextInput(Fields.Reply, "Your answer") { Value = UserText.Kept(typed, Limits.Reply), IsMultiline = true, MaxLength = Limits.Reply },
        .. Lines.Problem(problems.For(Fields.Reply)),
        .. Lines.Buttons(new ExecuteAction("Send my answer", SltCards.Data(Verbs.ReporterAnswer, incident, deliveryKey) with { Number = question.Number }) { Style = ActionStyle.Positive }),
    ];
}
