using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

/// <summary>Help, before any form: 999, then the safeguarding lead, then what not to do.</summary>
internal static class HelpStep
{
    public static ImmutableArray<CardElement> Body(ReportView view) =>
    [
        Lines.Urgent(
            [
                Lines.Heading(view.Draft.Risk is Risk.DangerNow ? "Ring 999 now" : "In danger? Ring 999 now"),
                Lines.Plain("Then speak with the safeguarding lead. Do it now, in person or by phone:"),
                .. SafeguardingLead.Contacts(view.Trust, view.Academy),
            ]),
        .. view.OtherProblems(),
        .. view.Draft.IsShort ? RouteScripts.For(Route.IndecentImage, view.Draft.AboutIds, view.Trust, view.Academy) : UntilThen,
        Lines.Plain("When you have spoken with them, or if you cannot reach them, carry on here. The details go to the safeguarding lead."),
        .. Lines.Buttons(view.Next("Continue", Verbs.ReportHelpContinue), view.BackTo(ReportStep.Danger), view.Cancel("Stop here")),
        Lines.Quiet("Stop here sends nothing."),
    ];

    private static readonly ImmutableArray<CardElement> UntilThen =
    [
        Lines.Subheading("Until then"),
        Lines.Plain("Do not investigate, and do not question the child."),
        Lines.Plain("Do not promise to keep it secret."),
        Lines.Plain("Do not copy, share or screenshot any image of a child undressed."),
    ];
}
