using PolicyBot.Cards;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Dialogs;

internal static class Help
{
    public static Decision Decide(Turn turn, Known known) =>
        Decision.Say(HelpCards.Help(known.Trust, inChannel: turn.Where.Kind is not ConversationKind.Personal, RegisterKeepers.ReadsAny(known.Trust, turn.Who.Id)));
}

/// <summary>A button that this version does not know: an old card, or not ours.</summary>
internal static class UnknownVerb
{
    public static Decision Decide(Turn turn, Known known) =>
        turn.Arrival is Arrival.Pressed { Automatic: true } ? Decision.Nothing : Decision.Tell("This button no longer works. Nothing has changed. Type help to see what I can do.");
}
