using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

/// <summary>A dispute of one's own at work is no incident: people are told where to take it. Nobody is turned away who wants to report it all the same.</summary>
internal static class GrievanceStep
{
    public static ImmutableArray<CardElement> Body(ReportView view) =>
    [
        Lines.Heading("Is this about your own work?"),
        Lines.Plain("What you wrote sounds like a dispute of your own at work. That is dealt with as a grievance, not as a report:"),
        .. view.OtherProblems(),
        Lines.Plain("• Try to talk about it informally first."),
        Lines.Plain("• If that does not settle it, write to a manager who is not the person it is about, without delay. An e-mail counts."),
        Lines.Plain("• You have the right to be accompanied at a meeting about it."),
        Lines.Plain(view.Trust.Contacts.GrievancePolicy is { } policy
            ? $"• The Trust's grievance policy: {UserText.Escape(policy)}."
            : "• Ask HR or your manager for the Trust's grievance policy."),
        Lines.Plain("**Report it all the same** if colleagues abuse you or somebody else on social media, if you blow the whistle on something that concerns others, or if a child may be at risk."),
        .. Lines.Buttons(
            CheckStep.Answer(view, "Stop: keep nothing", RouteAnswer.Yes), CheckStep.Answer(view, "Report it all the same", RouteAnswer.No), view.BackTo(ReportStep.Who)),
    ];
}
