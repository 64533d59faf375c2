using PolicyBot.Cards;

namespace PolicyBot.Dialogs;

/// <summary>
/// Somebody who is not staff: in a school's tenant, most likely a pupil. Whatever they typed or pressed, they are told kindly whom to talk to,
/// and nothing else about the bot, the policy or anybody's report.
/// </summary>
internal static class MeetOutsider
{
    private const string Sentence = "This is for staff. If you are worried about something, please talk to a trusted adult. In danger, call 999.";

    public static Decision Decide(Turn turn, Known known) => turn.Arrival switch
    {
        // A card stays as it is: what it shows must not depend on who presses it.
        Arrival.Pressed { Automatic: true } => Decision.Nothing,
        Arrival.Pressed => Decision.Tell(Sentence),
        _ => Decision.Say(turn.Who.Standing is Standing.NotStaff ? OutsiderCards.Pupil() : OutsiderCards.NotStaff(known.Trust)),
    };
}
