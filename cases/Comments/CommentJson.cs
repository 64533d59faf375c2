using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Comments;

/// <summary>What the first trail entry of a comment says.</summary>
internal sealed record CommentLogged(
    string Academy, PersonRef Logger, string DraftId, LoggedComment What, DateTimeOffset DueBy, DueBecause Because, AccountTeam Team, PersonRef? Holder);

/// <summary>The stored form of a comment's trail entries.</summary>
internal static class CommentJson
{
    public static string Write(CommentLogged data) => Write(data, StoredJson.Default.CommentLogged);

    public static string Write(RecordedReply data) => Write(data, StoredJson.Default.RecordedReply);

    public static string Write(CommentRemoval data) => Write(data, StoredJson.Default.CommentRemoval);

    public static string Write(CommentHolding data) => Write(data, StoredJson.Default.CommentHolding);

    public static string Write(CommentStepTaken data) => Write(data, StoredJson.Default.CommentStepTaken);

    public static string Write(CommentTakenOut data) => Write(data, StoredJson.Default.CommentTakenOut);

    public static string Write(CommentReminder data) => Write(data, StoredJson.Default.CommentReminder);

    private static string Write<TData>(TData data, JsonTypeInfo<TData> shape) => JsonSerializer.Serialize(data, shape);
}
