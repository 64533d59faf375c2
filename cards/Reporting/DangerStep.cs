using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

/// <summary>The first question, before any form. It is answered with one press.</summary>
internal static class DangerStep
{
    // The most urgent answer comes first, whatever the order of the choices: it is the one pressed in a hurry.
    private static readonly ImmutableArray<Risk> Order = [Risk.DangerNow, Risk.ChildAtRisk, Risk.Unsure, Risk.None];

    public static ImmutableArray<CardElement> Body(ReportView view) =>
    [
        Lines.Heading("Before you start: is anyone in danger?"),
        Lines.Plain("If someone is in danger now, ring **999** first."),
        .. view.Problem(Fields.Danger),
        .. view.OtherProblems(Fields.Danger),
        .. Lines.Buttons([.. Order.SelectMany(risk => risk is Risk.ChildAtRisk ? [Answer(view, risk), Image(view)] : (ImmutableArray<ExecuteAction>)[Answer(view, risk)])]),
        Lines.Subheading("Who will read your report"),
        Lines.Plain($"It goes to {Readers.Slt(view.Trust, view.Academy)}."),
        Lines.Plain("If it is about one of them, choose them later under Who: then they are not told, and it goes to the headteacher or the chair of governors instead."),
        Lines.Plain($"If a child may be at risk, the details go to {Readers.Lead(view.Trust, view.Academy)} instead, and do not go to SLT."),
        Lines.Plain("If it is about an adult who works with children, only the headteacher reads it; if it is about the headteacher, only the chair of governors."),
        Lines.Plain("Before you send it you can ask to keep your name confidential. I cannot make a report anonymous: Teams knows who wrote. Nobody else is told."),
        .. view.Trust.Contacts.AnonymousReporting is { } anonymous ? (ImmutableArray<CardElement>)[Lines.Plain($"To report without your name: {UserText.Escape(anonymous)}.")] : [],
        .. Lines.Buttons(view.Cancel()),
    ];

    // Asked before a word is typed, so that nobody describes such a picture.
    private static ExecuteAction Image(ReportView view) =>
        new("A nude picture of a child", view.Data(Verbs.ReportDanger) with { Danger = nameof(Risk.ChildAtRisk), Answered = nameof(Route.IndecentImage) });

    private static ExecuteAction Answer(ReportView view, Risk risk) =>
        new ExecuteAction(ReportChoices.Risks.First(choice => choice.Value == risk).Title, view.Data(Verbs.ReportDanger) with { Danger = risk.ToString() });
}
