using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Comments;

/// <summary>When something came in, in words.</summary>
public static class CommentTimes
{
    public static string Said(ReceivedTime received, Trust trust) => CommentLines.CameIn(received, trust);
}
