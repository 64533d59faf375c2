using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>What somebody has reported, and how far it has got.</summary>
public static class MyReportsCards
{
    private const int Shown = 10;

    /// <summary>The ten newest, and how many more there are.</summary>
    /// <param name="incidents">The person's own, in any order.</param>
    public static Message List(ImmutableArray<Incident> incidents, Trust trust)
    {
        var newestFirst = incidents.OrderByDescending(incident => incident.ReportedAt).ThenByDescending(incident => incident.Reference.Number);
        var more = incidents.Length - Shown;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading("My reports"),
                    .. incidents.IsEmpty ? (ImmutableArray<CardElement>)[Lines.Plain("You have not reported anything yet.")] : [.. newestFirst.Take(Shown).Select(incident => Row(incident, trust))],
                    .. more > 0 ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {more} older {(more == 1 ? "one" : "ones")}.")] : [],
                    .. Lines.Buttons(Press.Report),
                ],
                "Your reports and how far each has got."),
            "Your reports");
    }

    private static Container Row(Incident incident, Trust trust) => new(
        [
            new TextBlock(incident.Reference.ToString()) { Weight = TextWeight.Bolder },
            Lines.Quiet($"{Progress.InAWord(incident.Status)}. You sent it on {When.Full(incident.ReportedAt, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };
}
