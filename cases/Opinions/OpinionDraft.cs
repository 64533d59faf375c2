using System.Text.Json.Serialization;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cases.Opinions;

/// <summary>The cards that asking for a second opinion walks through, in order.</summary>
public enum OpinionPage
{
    Text,

    /// <summary>What it replies to; passed over for a new post.</summary>
    Comment,
    Around,
    Review,
}

/// <summary>A request for a second opinion that somebody is still writing, kept as they typed it. It belongs to one chat and survives a restart.</summary>
/// <param name="Id">Names this draft for good: sent twice it is one request.</param>
public sealed record OpinionDraft(string Id, DateTimeOffset StartedAt, OpinionPage Page)
{
    /// <summary>The request that it changes; empty for a new one.</summary>
    public string Case { get; init; } = "";
    public string Kind { get; init; } = nameof(WrittenAs.Post);
    public string Text { get; init; } = "";

    /// <summary>How many characters were taken out of the text that nobody could have seen.</summary>
    public int Unseen { get; init; }
    public string Platform { get; init; } = "";
    public string For { get; init; } = "";
    public string Account { get; init; } = "";
    public string Comment { get; init; } = "";
    public string CommentDate { get; init; } = "";
    public string CommentTime { get; init; } = "";
    public string Audience { get; init; } = "";
    public string Date { get; init; } = "";
    public string Time { get; init; } = "";
    public string Pictures { get; init; } = "";
    public ImmutableArray<string> PictureChecks { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The pictures that were sent in the chat for it.</summary>
    public ImmutableArray<EvidencePiece> Files { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The ids of the pictures of the request that it changes: they stay with what was decided on them, whatever becomes of this draft.</summary>
    public ImmutableArray<string> Decided { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The pictures that belong to nothing but this draft.</summary>
    [JsonIgnore]
    public ImmutableArray<EvidencePiece> OwnFiles => [.. Files.Where(picture => !Decided.Contains(picture.Id, StringComparer.Ordinal))];

    public string Material { get; init; } = "";

    /// <summary>Entra object ids from the people picker.</summary>
    public ImmutableArray<string> AboutIds { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whom the author wants to read it, by Entra object id; empty: the rota decides.</summary>
    public string Reader { get; init; } = "";
}
