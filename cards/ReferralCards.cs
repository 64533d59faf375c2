using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>
/// The child's side of an allegation, for the designated safeguarding lead in their own chat: that a child may be affected, and whom to speak with. What
/// is said about the adult is with whoever handles the case; the two are kept apart (KCSIE part four).
/// </summary>
public static class ReferralCards
{
    public static Message For(Incident incident, Trust trust, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference}: a child may be affected"),
                Lines.Urgent(Lines.Plain("**Somebody has reported what may be an allegation about an adult who works with children.** Please see to it that the child is safe.")),
                Lines.Plain("What is said about the adult goes to the person who handles it, and to nobody else. Please speak with them, record the child's side in your safeguarding system, and look into nothing yourself."),
                new FactSet([.. Details.Bare(incident, trust), new Fact("Handled by", Handlers(incident, trust))]),
            ],
            $"{incident.Reference}: a child may be affected.")
        {
            Refresh = new Refresh(new ExecuteAction(null, SltCards.Data(Verbs.IncidentView, incident, deliveryKey))),
        },
        $"{incident.Reference}: a safeguarding report for you");

    private static string Handlers(Incident incident, Trust trust) =>
        trust.FindAcademy(incident.Academy) is { } academy
            ? string.Join(", ", IncidentAudience.Of(incident.Report, academy, trust).Handlers.Select(trust.FindPerson).OfType<Person>().Select(person => UserText.Escape(person.Name)))
            : "";
}
