using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>A safeguarding report with all its details, for the designated safeguarding lead in their own chat and for nobody else.</summary>
public static class ReferralCards
{
    public static Message For(Incident incident, Trust trust, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference}: safeguarding report"),
                Lines.Urgent(Lines.Plain(Answered(incident.Report.Risk))),
                Lines.Plain("The details came to the safeguarding side alone: nobody else was told more than that there is a report. Please record it in your safeguarding system."),
                new FactSet(Details.Facts(incident, trust)),
                .. Details.Of(incident, trust, Limits.What),
                .. Lines.Buttons(Details.Open(incident.Report)),
            ],
            $"{incident.Reference}: a safeguarding report for you.")
        {
            Refresh = new Refresh(new ExecuteAction(null, SltCards.Data(Verbs.IncidentView, incident, deliveryKey))),
        },
        $"{incident.Reference}: a safeguarding report for you");

    private static string Answered(Risk risk) => risk switch
    {
        Risk.DangerNow => "**The reporter said that someone is in danger now.** They were told to ring 999 and then you.",
        Risk.ChildAtRisk => "**The reporter said that a child may be at risk.** They were told to ring you.",
        _ => "**The reporter was not sure whether somebody is at risk.** They were told to ring you.",
    };
}
