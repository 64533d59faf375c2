using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

internal static class WhatStep
{
    public static ImmutableArray<CardElement> Body(ReportView view) =>
    [
        Lines.Heading("What happened?"),
        Lines.Plain("Say what you saw or were told, as plainly as you can. A few sentences are enough."),
        .. view.OtherProblems(Fields.What),
        new TextInput(Fields.What, "What happened")
        {
            Value = UserText.Kept(view.Draft.What, Limits.What),
            Placeholder = "For example: a parent posted a comment about a teacher on our page",
            IsMultiline = true,
            MaxLength = Limits.What,
        },
        .. view.Problem(Fields.What),
        .. Lines.Buttons(
            view.Next("Next", Verbs.ReportWhat),
            view.BackTo(view.Draft.Risk is not (null or Risk.None) ? ReportStep.Help : ReportStep.Danger),
            view.Cancel()),
    ];
}
