using PolicyBot.Cards;

namespace PolicyBot.Dialogs;

/// <summary>
/// The directory cannot be asked, so nobody knows who this is and what they may do. Whatever it was, nothing changes: a card stays as it is, with what was typed on it.
/// </summary>
internal static class MeetUnconfirmed
{
    public const string Sentence =
        "I cannot reach the Trust's directory just now, so I cannot check who may do this. Nothing has changed, and what you typed is still here. Please press again in a few minutes. In danger, ring 999.";

    public static Decision Decide(Turn turn, Known known) => turn.Arrival switch
    {
        Arrival.Pressed { Automatic: true } => Decision.Nothing,
        Arrival.Pressed => Decision.Tell(Sentence),
        _ => Decision.Say(OutsiderCards.CannotConfirm()),
    };
}
