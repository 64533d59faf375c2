using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Cases.Opinions;

/// <summary>
/// What a reader may do. Each decision names the seal of the text that its reader had in front of them: where the text is another by now, nothing is decided.
/// </summary>
public static class ReaderRules
{
    public const string Changed = "The text has changed since you had this card. Nothing was decided. Please read it as it is now.";

    public static Ruling<SecondOpinion> Agree(SecondOpinion opinion, PersonRef by, string seal, DateTimeOffset now) =>
        Barred(opinion, by, seal, now) ?? Said(opinion, new ReadersWord(ReaderSays.Agree, by, now, opinion.Seal, null, null));

    /// <summary>The reader's own wording takes the place of the author's. Where others must agree too, they agree to this wording, and what they had said counts no more.</summary>
    /// <param name="found">What the rules find in the reader's wording.</param>
    public static Ruling<SecondOpinion> AgreeWith(
        SecondOpinion opinion, PersonRef by, string seal, string wording, ImmutableArray<FoundInDraft> found, string? because, DateTimeOffset now)
    {
        if (Barred(opinion, by, seal, now) is { } refused)
            return refused;
        if (wording.Length == 0)
            return new Ruling<SecondOpinion>.Refused("Please write the wording that you agree with.");
        if (wording == opinion.Post.Text)
            return new Ruling<SecondOpinion>.Refused("That is the author's own wording. Press Agree, or change something.");

        var post = opinion.Post with { Text = wording };
        var word = new ReadersWord(ReaderSays.AgreeWithThisWording, by, now, TextSeal.Of(post), because, null);
        var reworded = opinion with { Post = post, Seal = word.Seal, Found = found, Words = [word], BeforeRewording = opinion.BeforeRewording ?? opinion.Post.Text };
        var settled = Settled(reworded, now);
        // The others have not read this wording: they have as long for it as they had for the first.
        var after = settled.Status is OpinionStatus.Asked ? settled with { WaitingSince = now, RemindedAt = null } : settled;
        return OpinionTrail.Record(after, now, by, "opinion.agreed_with_wording", OpinionJson.Write(new OpinionReworded(post, word, found)));
    }

    public static Ruling<SecondOpinion> AskForChange(SecondOpinion opinion, PersonRef by, string seal, string because, ClauseRef? clause, DateTimeOffset now) =>
        Barred(opinion, by, seal, now)
        ?? (because.Length == 0
            ? new Ruling<SecondOpinion>.Refused("Please say what should change.")
            : Said(opinion, new ReadersWord(ReaderSays.Change, by, now, opinion.Seal, because, clause)));

    /// <summary>A no has a reason and a clause: an author must be able to follow it.</summary>
    public static Ruling<SecondOpinion> AdviseAgainst(SecondOpinion opinion, PersonRef by, string seal, string because, ClauseRef? clause, DateTimeOffset now) =>
        Barred(opinion, by, seal, now)
        ?? (because.Length == 0 ? new Ruling<SecondOpinion>.Refused("Please say why it should not be posted.")
            : clause is null ? new Ruling<SecondOpinion>.Refused("Please choose the clause that speaks against it.")
            : Said(opinion, new ReadersWord(ReaderSays.DoNotPost, by, now, opinion.Seal, because, clause)));

    /// <summary>Another person reads it in this reader's place.</summary>
    public static Ruling<SecondOpinion> HandOn(SecondOpinion opinion, PersonRef by, PersonRef to, DateTimeOffset now)
    {
        if (Barred(opinion, by, opinion.Seal, now) is { } refused)
            return refused;
        if (!OpinionReaders.MayRead(to.Id, opinion.Asker.Id, opinion.Post))
            return new Ruling<SecondOpinion>.Refused("They cannot read this: it is theirs, or about them. Please choose somebody else.");
        if (opinion.Readers.Any(reader => Same(reader, to)))
            return new Ruling<SecondOpinion>.Refused("They have it already.");
        return OpinionTrail.Record(
            OpinionTrail.Replaced(opinion, [by], [to], now), now, by, "opinion.handed_on", OpinionJson.Write(new OpinionHandedOn([by], [to])));
    }

    private static Ruling<SecondOpinion>? Barred(SecondOpinion opinion, PersonRef by, string seal, DateTimeOffset now) => Why(opinion, by, seal, now) is { } sentence ? new Ruling<SecondOpinion>.Refused(sentence) : null;

    private static string? Why(SecondOpinion opinion, PersonRef by, string seal, DateTimeOffset now) => opinion switch
    {
        _ when !opinion.IsReader(by.Id) => "Only the people who were asked can do that. Nothing has changed.",
        { Status: OpinionStatus.Withdrawn } => $"{opinion.Asker.Name} took it back. Nothing was decided.",
        { Status: OpinionStatus.Expired } => "Its time is over. Nothing was decided.",
        { Status: OpinionStatus.ChangeWanted } => $"It is with {opinion.Asker.Name}, who was asked to change it. Nothing was decided.",
        { Status: not OpinionStatus.Asked, Words: [.., var last] } => $"{last.By.Name} decided it already. Yours was not noted.",
        // The clock says so as well, but perhaps a moment later than this press.
        _ when now >= opinion.ExpiresAt => "Its time is over. Nothing was decided.",
        _ when opinion.Seal != seal => Changed,
        _ when opinion.Words.Any(word => Same(word.By, by)) => "You have agreed already. It waits for the others.",
        _ => null,
    };

    private static Ruling<SecondOpinion>.Allowed Said(SecondOpinion opinion, ReadersWord word) => OpinionTrail.Record(
        Settled(opinion with { Words = [.. opinion.Words, word] }, word.At), word.At, word.By,
        word.Says switch
        {
            ReaderSays.Agree => "opinion.agreed",
            ReaderSays.Change => "opinion.change_wanted",
            _ => "opinion.advised_against",
        },
        OpinionJson.Write(word));

    // One no is a no. An agreement settles it where one is enough, or when it was the last.
    private static SecondOpinion Settled(SecondOpinion opinion, DateTimeOffset now) => opinion.Words[^1].Says switch
    {
        ReaderSays.Change => opinion with { Status = OpinionStatus.ChangeWanted },
        ReaderSays.DoNotPost => opinion with { Status = OpinionStatus.AdvisedAgainst, EndedAt = now },
        _ when opinion.All && opinion.Silent().Any() => opinion,
        _ => opinion with { Status = OpinionStatus.Agreed, EndedAt = now },
    };

    private static bool Same(PersonRef one, PersonRef other) => one.Id.Equals(other.Id, StringComparison.OrdinalIgnoreCase);
}
