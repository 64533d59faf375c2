using System.Text.Json.Serialization;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Cases.Conversations;

public enum ConversationKind
{
    Personal,
    Group,
    Channel,
}

/// <summary>
/// A chat or channel that the bot is in: how to reach it again, and where the talk in it stands. Survives a restart.
/// </summary>
/// <param name="Key">The conversation's id, without a thread's suffix.</param>
/// <param name="PersonId">In a personal chat, the Entra object id of the person.</param>
/// <param name="Address">How to reach it: written and read by the channel alone, opaque here.</param>
/// <param name="Active">False after the bot was removed from it: nothing is sent there until it is added again.</param>
/// <param name="Version">0 before it is first stored; a commit checks it, so that two turns at once cannot overwrite each other.</param>
public sealed record Conversation(
    string Key,
    string TenantId,
    ConversationKind Kind,
    string? PersonId,
    string Address,
    bool Active,
    ConversationState State,
    int Version);

/// <summary>Where the talk stands: what the next message can refer to.</summary>
public sealed record ConversationState
{
    public static readonly ConversationState Fresh = new();

    /// <summary>True once the bot has introduced itself: Teams reports one installation with two events.</summary>
    public bool Greeted { get; init; }

    /// <summary>The report that is being written here, if any.</summary>
    public ReportDraft? Draft { get; init; }

    /// <summary>The draft that a second person is to read, while its author is still describing it.</summary>
    public OpinionDraft? Opinion { get; init; }

    /// <summary>The comment that is being logged here, if any.</summary>
    public CommentDraft? Comment { get; init; }

    /// <summary>The latest questions asked here, oldest first, so that "what about parents?" can be understood.</summary>
    public ImmutableArray<AskedQuestion> Asked { get; init; } = [];

    /// <summary>Files that were sent here, before it is answered whether they may be looked at; nothing of them was fetched.</summary>
    public ImmutableArray<OfferedFiles> Offers { get => field.IsDefault ? [] : field; init; } = [];

    public AskedQuestion? FindAsked(string id) => id.Length == 0 ? null : Asked.FirstOrDefault(asked => asked.Id == id);

    public ImmutableArray<AskedQuestion> AskedSince(DateTimeOffset moment) => [.. Asked.Where(asked => asked.At >= moment)];
}

/// <summary>A question as it was asked here.</summary>
/// <param name="Id">Names it in its conversation: how a button under the answer finds it.</param>
/// <param name="Given">What the bot answered; null when nothing about the policy was asked.</param>
/// <param name="Before">What was asked just before, where this can only be understood with it.</param>
/// <remarks>Disposal by schedule finds these in the conversation's state: a question that was never sent on stands nowhere else.</remarks>
public sealed record AskedQuestion(string Question, DateTimeOffset At, string Id = "", GivenAnswer? Given = null, string? Before = null)
{
    /// <summary>True once the asker said that the answer did not help: it is counted once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Disliked { get; init; }
}
