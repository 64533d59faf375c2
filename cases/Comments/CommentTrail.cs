using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>Every step of a comment leaves one entry in its trail, and the record carries the trail's end.</summary>
internal static class CommentTrail
{
    public static Ruling<ReceivedComment>.Allowed Record(ReceivedComment changed, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, data);
        return new Ruling<ReceivedComment>.Allowed(changed with { Trail = head }, [entry]);
    }
}
