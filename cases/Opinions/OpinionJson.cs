using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Opinions;

/// <summary>What the first trail entry of a second opinion says.</summary>
internal sealed record OpinionAsked(
    string Academy, PersonRef Asker, string DraftId, WantedPost Post, string Seal, ImmutableArray<FoundInDraft> Found, ImmutableArray<PersonRef> Readers, bool All);

internal sealed record OpinionSentAgain(WantedPost Post, string Seal, ImmutableArray<FoundInDraft> Found, ImmutableArray<PersonRef> Readers);

internal sealed record OpinionReworded(WantedPost Post, ReadersWord Word, ImmutableArray<FoundInDraft> Found);

internal sealed record OpinionHandedOn(ImmutableArray<PersonRef> From, ImmutableArray<PersonRef> To);

/// <summary>It ended without a decision, or time passed: which text it was about.</summary>
internal sealed record OpinionEnded(string Seal);

/// <summary>One of its pictures, and what its bytes hashed to when it was sent.</summary>
internal sealed record OpinionPicture(string Id, string Hash);

/// <summary>The stored form of a second opinion's trail entries.</summary>
internal static class OpinionJson
{
    public static string Write(OpinionAsked data) => Write(data, StoredJson.Default.OpinionAsked);

    public static string Write(OpinionSentAgain data) => Write(data, StoredJson.Default.OpinionSentAgain);

    public static string Write(OpinionReworded data) => Write(data, StoredJson.Default.OpinionReworded);

    public static string Write(OpinionHandedOn data) => Write(data, StoredJson.Default.OpinionHandedOn);

    public static string Write(OpinionEnded data) => Write(data, StoredJson.Default.OpinionEnded);

    public static string Write(ReadersWord data) => Write(data, StoredJson.Default.ReadersWord);

    public static string Write(PostedLink data) => Write(data, StoredJson.Default.PostedLink);

    public static string Write(OpinionPicture data) => Write(data, StoredJson.Default.OpinionPicture);

    private static string Write<TData>(TData data, JsonTypeInfo<TData> shape) => JsonSerializer.Serialize(data, shape);
}
