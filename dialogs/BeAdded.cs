using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Dialogs;

/// <summary>The bot was added to a chat or a team. Teams says so with two events at the same moment: one greeting is enough.</summary>
internal static class BeAdded
{
    public static Decision Decide(Turn turn, Known known)
    {
        var added = new Decision { Active = true };
        if (turn.Where.State.Greeted)
            return added;
        var message = (turn.Where.Kind, turn.Who.Standing) switch
        {
            (ConversationKind.Personal, Standing.NotStaff) => OutsiderCards.Pupil(),
            (ConversationKind.Personal, Standing.Unknown) => OutsiderCards.NotStaff(known.Trust),
            _ => WelcomeCards.Welcome(known.Trust),
        };
        return added with { State = turn.Where.State with { Greeted = true }, Replies = [new Reply(message)] };
    }
}

/// <summary>The bot was removed: nothing is sent here any more, and what was half-written here goes.</summary>
internal static class BeRemoved
{
    public static Decision Decide(Turn turn, Known known) => new()
    {
        Active = false,
        State = ConversationState.Fresh,
        Sends = EvidenceSends.Disposal(turn.Where.State.Draft),
    };
}
