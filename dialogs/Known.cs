using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Readings;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Trail;
using PolicyBot.Dialogs.Vault;
using PolicyBot.Dialogs.Wording;
using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Dialogs;

/// <summary>What a step wants loaded before it decides.</summary>
public sealed record Needs
{
    /// <summary>How far back the counts of what was asked in vain go.</summary>
    public const int UnmetDays = 90;

    public static readonly Needs Nothing = new();

    public CaseReference? Case { get; init; }

    /// <summary>The case that was made from this draft, if it was submitted already.</summary>
    public string? CaseOfDraft { get; init; }

    /// <summary>A question that was sent on.</summary>
    public CaseReference? Question { get; init; }

    /// <summary>The question that was sent on from this turn, if it was.</summary>
    public string? QuestionOf { get; init; }

    /// <summary>A request for a second opinion.</summary>
    public CaseReference? Opinion { get; init; }

    /// <summary>The request that was made from this draft, if it was sent already.</summary>
    public string? OpinionOf { get; init; }

    /// <summary>A comment that came in, with its account of the register.</summary>
    public CaseReference? Comment { get; init; }

    /// <summary>The comment that was logged from this draft, if it was already.</summary>
    public string? CommentOf { get; init; }

    /// <summary>All comments that came in, settled ones too.</summary>
    public bool Comments { get; init; }

    /// <summary>One account of the register.</summary>
    public CaseReference? Account { get; init; }

    /// <summary>All accounts of the register.</summary>
    public bool Accounts { get; init; }

    /// <summary>A handover.</summary>
    public CaseReference? Handover { get; init; }

    /// <summary>The handover that was asked for on this card, if it was sent already.</summary>
    public string? HandoverOf { get; init; }

    /// <summary>All handovers; which of them this person may see is asked of each.</summary>
    public bool Handovers { get; init; }

    /// <summary>A release of sign-in details.</summary>
    public CaseReference? Release { get; init; }

    /// <summary>The release that was asked for from this form, if it was sent already.</summary>
    public string? ReleaseOf { get; init; }

    /// <summary>Every release that waits for somebody.</summary>
    public bool OpenReleases { get; init; }

    /// <summary>A code for a page of the vault, where somebody without a sign-in may get one.</summary>
    public bool PageCode { get; init; }

    /// <summary>The person's own reports, questions and second opinions, and the drafts of others that wait for them.</summary>
    public bool MyCases { get; init; }

    /// <summary>Open questions, what was asked in vain, and what drafts met of the policy.</summary>
    public bool WhatIsAsked { get; init; }

    /// <summary>The text of a policy that this person may have confirmed to have read.</summary>
    public PolicyText? Reading { get; init; }

    /// <summary>The kind of case that may be opened, for its next number.</summary>
    public string? NextReference { get; init; }

    /// <summary>A kept file, by its id: its bytes are looked at.</summary>
    public string? File { get; init; }

    /// <summary>Incidents that stand so, of the academies where this person can have something to handle.</summary>
    public ImmutableArray<string>? Handling { get; init; }

    /// <summary>The case's trail.</summary>
    public bool Trail { get; init; }

    /// <summary>The answer that a language model may word, where one is configured; null when there is nothing for it to do.</summary>
    public Func<Turn, Known, ToWord?>? Wording { get; init; }
}

/// <summary>One text of a policy, named by its title and its edition.</summary>
public sealed record PolicyText(string Document, string Edition);

/// <summary>A kept file as it is now.</summary>
/// <param name="Hash">SHA-256 of its bytes in lower-case hex; null when it is not there.</param>
/// <param name="Place">Where it lies, for people before this machine; null when there are none.</param>
public sealed record FoundFile(string? Hash, string? Place);

/// <summary>What was loaded: as it is now, for this decision only.</summary>
public sealed record Known(Trust Trust, PolicyLibrary Library, IPolicyAnswerer Policy, IReportReader Reader, IDraftChecker Drafts)
{
    public Incident? Case { get; init; }

    public ImmutableArray<Incident> MyReports { get; init; } = [];

    public Question? Question { get; init; }

    public ImmutableArray<Question> MyQuestions { get; init; } = [];

    public ImmutableArray<Question> OpenQuestions { get; init; } = [];

    public SecondOpinion? Opinion { get; init; }

    public Release? Release { get; init; }

    public ImmutableArray<Release> OpenReleases { get; init; } = [];

    /// <summary>How the vault's pages are reached.</summary>
    public PagesDoor Pages { get; init; } = new(null, Local: false);

    /// <summary>A code that was drawn for this decision.</summary>
    public PageCode? PageCode { get; init; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<SecondOpinion> MyOpinions { get; init; } = [];

    /// <summary>The drafts of others that wait for this person, oldest first.</summary>
    public ImmutableArray<SecondOpinion> ToRead { get; init; } = [];

    public ReceivedComment? Comment { get; init; }

    /// <summary>The account of <see cref="Comment"/> as the register has it now; null where it is not in it.</summary>
    public Account? CommentAccount { get; init; }

    /// <summary>All of them, oldest first; which of them a person may see is asked of each.</summary>
    public ImmutableArray<ReceivedComment> Comments { get; init; } = [];

    /// <summary>The open ones that this person logged or has in hand, and may see.</summary>
    public ImmutableArray<ReceivedComment> MyComments { get; init; } = [];

    public Account? Account { get; init; }

    /// <summary>The whole register, closed accounts too, oldest first.</summary>
    public ImmutableArray<Account> Accounts { get; init; } = [];

    public Handover? Handover { get; init; }

    /// <summary>Those that have ended too, oldest first.</summary>
    public ImmutableArray<Handover> Handovers { get; init; } = [];

    /// <summary>What drafts met of the policy in the last days (see <see cref="Needs.UnmetDays"/>).</summary>
    public ClauseCounts DraftCounts { get; init; } = ClauseCounts.None;

    public ImmutableArray<UnmetCount> Unmet { get; init; } = [];

    public CaseReference? NextReference { get; init; }

    /// <summary>What the person confirmed of that text before; null when nothing.</summary>
    public ConfirmedReading? Reading { get; init; }

    /// <summary>The file as it lies in the store now; null when it was not asked for.</summary>
    public FoundFile? File { get; init; }

    /// <summary>Incidents of the academies where this person has a role; which of them are theirs to see is asked of each.</summary>
    public ImmutableArray<Incident> Handling { get; init; } = [];

    public ImmutableArray<TrailEntry> Trail { get; init; } = [];

    /// <summary>For a drill, when the first of those who handle it had its card; null when that is not known.</summary>
    public DateTimeOffset? Arrived { get; init; }

    /// <summary>What a language model said to it: unchecked.</summary>
    public ModelWords? Words { get; init; }
}
