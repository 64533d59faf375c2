using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Turn;

/// <summary>What a turn comes to: what is stored, if anything, what is answered, and how to reach the conversation.</summary>
internal sealed record Decided(TurnCommit? Commit, TurnAnswer Answer, string Address);
