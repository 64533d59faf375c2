using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>The forms of those who handle an incident, one for each <see cref="HandlingAct"/>.</summary>
public static class HandlingForms
{
    public static Message Menu(CaseView view)
    {
        ImmutableArray<(string, string)> acts = [.. HandlingActs.Offered(view).Select(act => (act.ToString(), HandlingActs.Title(act)))];
        return HandlingForm.Around(
            view, "more", Verbs.IncidentDo, "Go on", [.. HandlingForm.Choice(view, Fields.Act, "What do you want to do?", acts, ChoiceStyle.Expanded)]);
    }

    public static Message For(HandlingAct act, CaseView view) => act switch
    {
        HandlingAct.TakeOver => HandlingForm.Around(
            view, "take it over", Verbs.IncidentTakeOver, "Take it over",
            Lines.Plain($"{UserText.Escape(view.Incident.Owner?.Name ?? "Nobody")} has it now. The reporter is told that you have it.")),
        HandlingAct.HandOn when !view.Successors.Any() => HandlingForm.Around(
            view, "hand it on", Verbs.IncidentHandOn, "Hand it on", Lines.Plain("Nobody else handles this, so there is nobody to hand it on to.")),
        HandlingAct.HandOn => HandlingForm.Around(
            view, "hand it on", Verbs.IncidentHandOn, "Hand it on",
            [
                .. HandlingForm.Choice(view, Fields.HandTo, "Who should have it?", [.. view.Successors.Select(person => (person.Id, UserText.Plain(person.Name)))]),
                Lines.Quiet("They are told, and so is the reporter."),
            ]),
        HandlingAct.Assess => Assess(view),
        HandlingAct.Involve => Involve(view),
        HandlingAct.Refer => Refer(view),
        HandlingAct.AskReporter => HandlingForm.Around(
            view, "ask the reporter", Verbs.IncidentAskReporter, "Send the question",
            [
                Lines.Plain("The reporter gets exactly these words in their own chat. Please write nothing that tells them about somebody else."),
                .. HandlingForm.Words(view, Fields.Inquiry, "Your question", Limits.Inquiry),
            ]),
        HandlingAct.Note => HandlingForm.Around(
            view, "a note", Verbs.IncidentNote, "Save the note",
            [.. HandlingForm.Careful(view), .. HandlingForm.Words(view, Fields.Note, "Note", Limits.Note, "Short and factual: people may ask to see what is kept about them")]),
        HandlingAct.CommentStep => CommentStep(view),
        HandlingAct.Breach => Breach(view),
        _ => HandlingForm.Around(
            view, "open it again", Verbs.IncidentReopen, "Open it again",
            [
                Lines.Plain("Nothing is erased: how it ended stays in the record. The reporter is told that it is looked into again."),
                .. HandlingForm.Words(view, Fields.Reason, "Why?", Limits.Reason),
            ]),
    };

    private static Message Assess(CaseView view)
    {
        // A second look begins with the first.
        var shown = view.Typed == Typed.Nothing && view.Incident.Handling.Assessment is { } before
            ? view with { Typed = new Typed(view.Typed.Fields.SetItem(Fields.Category, before.Category).SetItem(Fields.Severity, before.Severity).SetItem(Fields.Harm, before.Harm)) }
            : view;
        return HandlingForm.Around(
            shown, "initial assessment", Verbs.IncidentAssess, "Save the assessment",
            [
                .. HandlingForm.Careful(shown),
                .. HandlingForm.Choice(shown, Fields.Category, "What is it?", HandlingChoices.Categories),
                .. HandlingForm.Choice(shown, Fields.Severity, "How serious is it?", HandlingChoices.Severities),
                .. HandlingForm.Words(shown, Fields.Harm, "Who or what is affected, and how?", Limits.Harm),
            ]);
    }

    private static Message Involve(CaseView view) => HandlingForm.Around(
        view, "involve somebody", Verbs.IncidentInvolve, "Tell them",
        [
            Lines.Plain("Each gets exactly these words and the reference in their own chat, nothing else of the case, and can write back to you."),
            new ChoiceInput(Fields.Involve, "Who?", [])
            {
                Value = view.Typed[Fields.Involve] is { Length: > 0 } ids ? UserText.Kept(ids, 1000) : null, Placeholder = "Type a name", IsMultiSelect = true, ChoicesData = ChoiceQuery.People,
            },
            .. Lines.Problem(view.Problems.For(Fields.Involve)),
            .. HandlingForm.Words(view, Fields.Tell, "What do they need to know?", Limits.Tell),
        ]);

    private static Message Refer(CaseView view) => HandlingForm.Around(
        view, "a referral outside", Verbs.IncidentRefer, "Save the referral",
        [
            .. HandlingLines.Lado(view.Incident, view.Trust) is { } lado ? (ImmutableArray<CardElement>)[Lines.Urgent(Lines.Plain($"**{lado}** Please look into nothing before you have spoken with them."))] : [],
            .. HandlingForm.Choice(view, Fields.Agency, "Who was it referred to?", HandlingChoices.Agencies),
            .. HandlingForm.Day(view, "On which day?"),
            .. HandlingForm.Words(view, Fields.AgencyNumber, "Their reference (if there is one)", Limits.AgencyNumber, "For example: a crime number, or the platform's report number", multiline: false),
            .. HandlingForm.Words(view, Fields.Note, "Note (if needed)", Limits.Note),
        ]);

    private static Message CommentStep(CaseView view) => HandlingForm.Around(
        view, "a step with the parent", Verbs.IncidentCommentStep, "Save this step",
        [
            Lines.Plain("The policy's way: ask them to remove it, invite them to talk in person, and if that does not help, the complaints procedure. Please do not argue online."),
            Lines.Named("The next step", ReportChoices.TitleOf(HandlingChoices.CommentSteps, CommentRules.Next(view.Incident) ?? ""), 100),
            .. HandlingForm.Day(view, "On which day?"),
            .. HandlingForm.Words(view, Fields.Note, "Note (if needed)", Limits.Note),
        ]);

    private static Message Breach(CaseView view) => HandlingForm.Around(
        view, "the decision about the ICO", Verbs.IncidentBreach, "Save the decision",
        [
            Lines.Plain("The ICO must hear of a breach within 72 hours, weekends included, even if not everything is known. Where it is not told, the reason is recorded."),
            .. HandlingForm.Choice(view, Fields.BreachResult, "What was decided?", HandlingChoices.BreachDecisions, ChoiceStyle.Expanded),
            .. HandlingForm.Words(view, Fields.Reason, "Why?", Limits.Reason),
        ]);
}
