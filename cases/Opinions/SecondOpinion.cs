using System.Text.Json.Serialization;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Opinions;

public enum OpinionStatus
{
    /// <summary>With its readers.</summary>
    Asked,

    /// <summary>A reader wants something changed; it is the author's turn.</summary>
    ChangeWanted,
    Agreed,

    /// <summary>A reader advises not to post it.</summary>
    AdvisedAgainst,
    Withdrawn,

    /// <summary>Nobody had decided when it should have gone out.</summary>
    Expired,

    /// <summary>Agreed, and the author has said where it stands.</summary>
    Posted,
}

/// <summary>A draft that somebody wants a second person to read before it goes out. Changed only by <see cref="OpinionRules"/>.</summary>
/// <param name="Seal">The <see cref="TextSeal"/> of <paramref name="Post"/>: a decision counts for this and for nothing else.</param>
/// <param name="Found">What the rules found in this text.</param>
/// <param name="Readers">With whom it lies.</param>
/// <param name="All">True when every reader must agree; otherwise the first who decides decides.</param>
/// <param name="Words">What the readers have said about this text. It goes when the text changes; the trail keeps it.</param>
public sealed record SecondOpinion(
    CaseReference Reference,
    string Academy,
    PersonRef Asker,
    DateTimeOffset AskedAt,
    string DraftId,
    WantedPost Post,
    string Seal,
    ImmutableArray<FoundInDraft> Found,
    OpinionStatus Status,
    ImmutableArray<PersonRef> Readers,
    bool All,
    ImmutableArray<ReadersWord> Words,
    TrailHead Trail) : ICase
{
    /// <summary>How long it waits where nobody said when it should go out.</summary>
    public const int UsualDays = 14;

    /// <summary>The standings in which it waits for somebody.</summary>
    public static readonly ImmutableArray<string> Waiting = [nameof(OpinionStatus.Asked), nameof(OpinionStatus.ChangeWanted)];

    /// <summary>Those with whom it was, and is no more.</summary>
    public ImmutableArray<PersonRef> Past { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The author's text before a reader reworded it; null when nobody did.</summary>
    public string? BeforeRewording { get; init; }

    /// <summary>Since when it waits for those with whom it lies.</summary>
    public DateTimeOffset WaitingSince { get; init; } = AskedAt;

    /// <summary>When they were reminded; null when they were not.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>When it came to its end; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public PostedLink? Link { get; init; }

    [JsonIgnore]
    public int Version => Trail.Count;

    /// <summary>True while somebody has something to do before it can go out.</summary>
    [JsonIgnore]
    public bool IsOpen => Status is OpinionStatus.Asked or OpinionStatus.ChangeWanted;

    [JsonIgnore]
    public bool IsAgreed => Status is OpinionStatus.Agreed or OpinionStatus.Posted;

    [JsonIgnore]
    public DateTimeOffset ExpiresAt => Post.PlannedAt ?? WaitingSince.AddDays(UsualDays);

    PersonRef ICase.OpenedBy => Asker;

    string ICase.Standing => Status.ToString();

    /// <summary>Asked again at every press: the record as it is now decides, never the card.</summary>
    public bool IsReader(string personId) => Has(Readers, personId) && OpinionReaders.MayRead(personId, Asker.Id, Post);

    /// <summary>True while this reader has not said anything about this text yet.</summary>
    public bool WaitsFor(string personId) => Status is OpinionStatus.Asked && IsReader(personId) && Has([.. Silent()], personId);

    /// <summary>True for those who have had it in front of them, unless it is about them by now.</summary>
    public bool HasSeen(string personId) => (Has(Readers, personId) || Has(Past, personId)) && OpinionReaders.MayRead(personId, Asker.Id, Post);

    /// <summary>The readers who have not said anything about this text yet.</summary>
    public IEnumerable<PersonRef> Silent() => Readers.Where(reader => Words.All(word => !word.By.Id.Equals(reader.Id, StringComparison.OrdinalIgnoreCase)));

    private static bool Has(ImmutableArray<PersonRef> people, string id) => people.Any(person => person.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}

public enum ReaderSays
{
    Agree,
    AgreeWithThisWording,
    Change,
    DoNotPost,
}

/// <summary>What a reader said about a text.</summary>
/// <param name="Seal">The text that they had in front of them, and with a wording of their own the one that they made of it.</param>
/// <param name="Because">Their words: what to change, or why not.</param>
public sealed record ReadersWord(ReaderSays Says, PersonRef By, DateTimeOffset At, string Seal, string? Because, ClauseRef? Clause);

public sealed record PostedLink(string Link, string Seal, PersonRef By, DateTimeOffset At);
