using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>A note to whoever an incident was handed to: its card stands elsewhere, or far above by now.</summary>
public static class HandedOnCards
{
    public static Message For(Incident incident, bool inChannel) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading($"{incident.Reference} is with you now"),
                Lines.Plain($"It was handed on to you. {(inChannel ? "Its card is in SLT's channel." : "Its card is further up in this chat.")}"),
            ],
            $"{incident.Reference} is with you now."),
        $"{incident.Reference}: with you now");
}
