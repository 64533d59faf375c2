using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Cases.Comments;

namespace PolicyBot.Dialogs.Comments;

/// <summary>A comment as the Trust's own record keeps it: when it came in, by when it was due and how it was answered. Not what it said: that list has other readers than the case.</summary>
internal sealed record CommentRecord(
    string Reference, string Academy, string Platform, string? Account, string Kind, DateTimeOffset ReceivedAt, DateTimeOffset DueBy, string Status, DateTimeOffset? StoppedAt, bool Late,
    ImmutableArray<string> AnsweredBy, string? Link, int Version, string TrailHash)
{
    public static string Write(ReceivedComment comment) => JsonSerializer.Serialize(
        new CommentRecord(
            comment.Reference.ToString(), comment.Academy, comment.What.Account.Platform, comment.What.Account.Register ?? comment.What.Account.Name, comment.What.Kind.ToString(), comment.What.Received.At,
            comment.DueBy, comment.Status.ToString(), comment.StoppedAt, comment.WasLate,
            [.. comment.Replies.Select(reply => reply.By.Id).Concat(comment.Removal is { } removal ? [removal.By.Id] : []).Distinct(StringComparer.Ordinal)],
            comment.Replies.IsEmpty ? null : comment.Replies[^1].Link, comment.Version, comment.Trail.Hash),
        CommentRecordJson.Default.CommentRecord);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommentRecord))]
internal sealed partial class CommentRecordJson : JsonSerializerContext;
