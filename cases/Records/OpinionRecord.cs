using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Records;

/// <summary>
/// A second opinion is in the record while its decision stands. When the author changes the text the decision counts no more, and it leaves the record until there is a new one.
/// </summary>
public static class OpinionRecord
{
    public static readonly RecordKind Kind = new(
        CaseReference.Opinion, RecordLists.Opinions, found => found is SecondOpinion opinion && Touches(opinion), (found, trust) => found is SecondOpinion opinion ? Of(opinion, trust) : null)
    {
        HasFiles = true,
    };

    public static RecordEntry? Of(SecondOpinion opinion, Trust trust) => opinion.EndedAt is not { } ended
        ? null
        : new RecordEntry(
            opinion.Reference, RecordLists.Opinions, opinion.Version, opinion.Trail.Hash, opinion.Academy, opinion.Status.ToString(), opinion.AskedAt, IsRestricted(opinion, trust))
        {
            EndedAt = ended,
            Category = $"{opinion.Post.Kind}, {opinion.Post.Platform}, {opinion.Post.For}",
            Outcome = opinion.Status.ToString(),
            Clauses = [.. opinion.Found.Select(found => found.Clause?.Clause).Concat(opinion.Words.Select(word => word.Clause?.Clause)).OfType<string>().Distinct(StringComparer.Ordinal)],
            DecidedBy = [.. opinion.Words.Select(word => word.By.Id)],
            RetainUntil = RetentionRules.Of(opinion, trust.Retention)?.Until,
            Files = FilesOf(opinion),
        };

    /// <summary>Whoever a draft is about never reads it; where they may read the list, it is not in the open one.</summary>
    public static bool IsRestricted(SecondOpinion opinion, Trust trust) => RecordReaders.AreAbout(opinion.Post.About, trust);

    /// <summary>A decision is for exactly these pictures. Where there was none they are kept for days only, and not here.</summary>
    public static ImmutableArray<RecordFile> FilesOf(SecondOpinion opinion) =>
        opinion.IsAgreed || opinion.Status is OpinionStatus.AdvisedAgainst ? RecordFile.Of(opinion.Post.PictureFiles) : [];

    // Without any reader's word it may have been changed after it was decided.
    private static bool Touches(SecondOpinion opinion) => opinion.EndedAt is not null || (opinion.Version > 1 && opinion.Words.IsEmpty);
}
