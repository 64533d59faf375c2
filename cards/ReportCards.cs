using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Reporting;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>The cards that a report walks through. One card at a time, drawn from the draft, so that a lost card costs nothing.</summary>
public static class ReportCards
{
    /// <summary>The card of the step that the draft is at.</summary>
    /// <param name="problems">What is wrong with what was typed; each sentence stands beside its field.</param>
    /// <param name="library">Where the policy's own words are quoted from; without it they are left out.</param>
    /// <param name="personAcademy">The key of the reporter's own academy, which is proposed; null when unknown.</param>
    public static Message Card(ReportDraft draft, ReportProblems problems, Trust trust, string? personAcademy, DateTimeOffset now, PolicyLibrary? library = null)
    {
        var academy = trust.FindAcademy(draft.Academy) ?? trust.FindAcademy(personAcademy) ?? (trust.Academies is [var only] ? only : null);
        // Where nobody is asked to say what happened, that card is passed over.
        if (draft is { IsShort: true, Step: ReportStep.What })
            draft = draft with { Step = ReportStep.Where };
        var view = new ReportView(draft, problems, trust, academy, now, library);
        return new Message(
            null,
            new AdaptiveCard(
                [
                    .. Place(draft),
                    .. draft.Step switch
                    {
                        ReportStep.Danger => DangerStep.Body(view),
                        ReportStep.Help => HelpStep.Body(view),
                        ReportStep.What => WhatStep.Body(view),
                        ReportStep.Where => WhereStep.Body(view),
                        ReportStep.Who => WhoStep.Body(view),
                        ReportStep.Check when draft.Suggested is { } suggested => CheckStep.Body(view, suggested),
                        _ => ReviewStep.Body(view),
                    },
                ],
                "Reporting something you have seen online. If someone is in danger, ring 999 first.")
            {
                Refresh = new Refresh(new ExecuteAction(null, view.Data(Verbs.ReportView))),
            },
            "Your report, not sent yet");
    }

    public static Message Resume(ReportDraft draft, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("You have a report that is not sent yet"),
                Lines.Plain($"You started it on {When.Full(draft.StartedAt, trust)}. What you wrote is still there."),
                .. Lines.Buttons(
                    new ExecuteAction("Carry on", new CardData(Verbs.ReportResume) { Draft = draft.Id }) { Style = ActionStyle.Positive },
                    new ExecuteAction("Start again", new CardData(Verbs.ReportRestart) { Draft = draft.Id }),
                    new ExecuteAction("Throw it away", new CardData(Verbs.ReportCancel) { Draft = draft.Id })),
            ],
            "You have a report that is not sent yet."),
        "You have a report that is not sent yet");

    public static Message Cancelled() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Thrown away"),
                Lines.Plain("Nothing was sent, and nobody will see it. If a child may be at risk, please still speak with the safeguarding lead."),
                .. Lines.Buttons(Press.Report),
            ],
            "Your report was thrown away. Nothing was sent."),
        "Your report was not sent");

    public static Message Gone() => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("This report is not here any more"),
                Lines.Plain("It was sent or thrown away already. My reports shows what you have sent."),
                .. Lines.Buttons(Press.Report, Press.MyReports),
            ],
            "This report is not here any more. You can start a new one."),
        "This report is not here any more");

    private static ImmutableArray<CardElement> Place(ReportDraft draft)
    {
        var (step, first, last) = (draft.Step, draft.IsShort ? ReportStep.Where : ReportStep.What, draft.IsShort ? 3 : 4);
        return step switch
        {
            < ReportStep.What => [],
            // The question about the words belongs to the card before it: it comes to few.
            ReportStep.Check or ReportStep.Who => [Lines.Quiet($"Step {ReportStep.Who - first + 1} of {last}")],
            ReportStep.Review => [Lines.Quiet($"Step {last} of {last}")],
            _ => [Lines.Quiet($"Step {step - first + 1} of {last}")],
        };
    }
}
