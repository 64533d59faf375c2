using PolicyBot.Cases.Comments;

namespace PolicyBot.Cards;

/// <summary>Somebody wants to know when something must be answered: when it came in as their words were read, and the moment at which they ask.</summary>
public sealed record ReplyWanted(ReceivedTime Received, DateTimeOffset Now);
