using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>Tells the reporter what has become of the report. Nothing about whom it concerns, nor what was decided and why.</summary>
public static class ReporterCards
{
    public static Message Acknowledged(Incident incident, Trust trust, string deliveryKey)
    {
        var by = incident.Acknowledged is { } seen
            ? $"On {When.Full(seen.At, trust)}, {UserText.Escape(seen.By.Name)} took it on."
            : "Somebody has taken it on.";
        return Card(incident, "Somebody has your report", $"{by} I write to you again when it is finished.", deliveryKey);
    }

    public static Message HandedOver(Incident incident, string deliveryKey) => Card(
        incident, "Somebody else has your report now", $"{UserText.Escape(incident.Owner?.Name ?? "Somebody else")} has it now. I write to you again when it is finished.", deliveryKey);

    public static Message Reopened(Incident incident, string deliveryKey) => Card(
        incident, "Your report is being looked into again", $"{UserText.Escape(incident.Owner?.Name ?? "Somebody")} has it. I write to you again when it is finished.", deliveryKey);

    public static Message Closed(Incident incident, Trust trust, string deliveryKey)
    {
        var when = incident.Outcome is { } end ? $" on {When.Full(end.At, trust)}" : "";
        return Card(incident, "Your report is finished",
            $"It was looked into, and finished{when}. The details cannot be shared. Thank you for reporting it: it helps keep people safe.", deliveryKey);
    }

    private static Message Card(Incident incident, string heading, string sentence, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(heading),
                new TextBlock(incident.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain(sentence),
                Lines.Plain("If you are still worried, speak with the safeguarding lead. If someone is in danger, ring **999**."),
                .. Lines.Buttons(Press.MyReports with { Data = Press.MyReports.Data with { Delivery = deliveryKey } }),
            ],
            $"{heading}: {incident.Reference}."),
        $"{incident.Reference}: {char.ToLowerInvariant(heading[0])}{heading[1..]}");
}
