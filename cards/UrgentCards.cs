using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>When a question sounds as if somebody may be in danger: help first, then the safeguarding lead, then what not to do.</summary>
internal static class UrgentCards
{
    public static Message For(UrgentKind kind, Trust trust, Academy? academy) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Urgent(
                    [
                        Lines.Heading("In danger? Ring 999 now"),
                        Lines.Plain("Then speak with the safeguarding lead. Do it now, in person or by phone:"),
                        .. SafeguardingLead.Contacts(trust, academy),
                    ]),
                Lines.Plain(Until(kind)),
                Lines.Plain("When you have spoken with them, you can report it here. The details go to the safeguarding lead."),
                .. Lines.Buttons(Press.Report),
            ],
            "If someone is in danger, ring 999 now. Then speak with the safeguarding lead."),
        "Please read this now");

    /// <summary>Where it sounds only a little like danger: the way to help above the answer, also for a client that draws no cards.</summary>
    public static Message Above(Message answer, Trust trust, Academy? academy)
    {
        var card = answer.Card ?? new AdaptiveCard([Lines.Plain(answer.Text ?? "")], answer.Text ?? "");
        return answer with
        {
            Text = null,
            Card = card with
            {
                Body =
                [
                    Lines.Urgent(
                        [
                            Lines.Plain("**Could somebody be in danger, or a child at risk?** If it is now, ring **999**. Speak with the safeguarding lead first of all:"),
                            .. SafeguardingLead.Contacts(trust, academy),
                        ]),
                    Lines.Quiet("If it is nothing of the kind:"),
                    .. card.Body,
                ],
                FallbackText = $"If someone is in danger, ring 999 now. Then speak with the safeguarding lead. {card.FallbackText}",
            },
        };
    }

    private static string Until(UrgentKind kind) => kind switch
    {
        UrgentKind.SelfHarm => "Until then, do not leave the person alone, if you are with them. Listen, and do not promise to keep it secret.",
        UrgentKind.IndecentImage =>
            "Do not look at the image, and do not send, copy or screenshot it. Do not delete it or ask the child to. If you have already seen it, tell the safeguarding lead.",
        UrgentKind.AdultContact => "Do not reply to the adult or look into it yourself. Leave the messages where they are, and do not promise to keep it secret.",
        _ => "Until then, do not investigate, and do not promise to keep it secret.",
    };
}
