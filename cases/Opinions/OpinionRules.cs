using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Opinions;

/// <summary>
/// What an author may do with a draft that they want read. Pure: the old record and a command in, the new record and its trail entries out, or a refusal. What its
/// readers may do is in <see cref="ReaderRules"/>.
/// </summary>
public static class OpinionRules
{
    public const string Nobody = "There is nobody who could read this: an author cannot read their own, nor can anybody that it is about. Please choose somebody.";

    public const string OnlyOne = "Two people must agree to this, and I know only one who could read it. Please choose somebody else.";

    public static Ruling<SecondOpinion> Ask(
        CaseReference reference, WantedPost post, ImmutableArray<FoundInDraft> found, ImmutableArray<PersonRef> readers, bool all,
        PersonRef asker, string academy, string draftId, DateTimeOffset now)
    {
        var may = Allowed(readers, asker.Id, post);
        return TooFew(may, all) is { } refused
            ? refused
            : OpinionTrail.Record(
                new SecondOpinion(reference, academy, asker, now, draftId, post, TextSeal.Of(post), found, OpinionStatus.Asked, may, all, [], TrailHead.Start),
                now, asker, "opinion.asked", OpinionJson.Write(new OpinionAsked(academy, asker, draftId, post, TextSeal.Of(post), found, may, all)));
    }

    /// <summary>The same request with another text, or more said about it: whatever was decided before counts no more.</summary>
    public static Ruling<SecondOpinion> SendAgain(
        SecondOpinion opinion, WantedPost post, ImmutableArray<FoundInDraft> found, ImmutableArray<PersonRef> readers, DateTimeOffset now)
    {
        if (opinion.Status is OpinionStatus.Withdrawn or OpinionStatus.Posted)
            return new Ruling<SecondOpinion>.Refused("This has ended. Please ask anew.");
        var (seal, may) = (TextSeal.Of(post), Allowed(readers, opinion.Asker.Id, post));
        if (seal == opinion.Seal && opinion.Status is OpinionStatus.Agreed or OpinionStatus.AdvisedAgainst)
            return new Ruling<SecondOpinion>.Refused("Nothing in it is different, so the decision stands. Nothing was sent.");
        return TooFew(may, opinion.All) is { } refused
            ? refused
            : OpinionTrail.Record(
                opinion with
                {
                    Post = post,
                    Seal = seal,
                    Found = found,
                    Status = OpinionStatus.Asked,
                    Readers = may,
                    Past = OpinionTrail.Had(opinion, may),
                    Words = [],
                    BeforeRewording = null,
                    WaitingSince = now,
                    RemindedAt = null,
                    EndedAt = null,
                },
                now, opinion.Asker, "opinion.sent_again", OpinionJson.Write(new OpinionSentAgain(post, seal, found, may)));
    }

    public static Ruling<SecondOpinion> Withdraw(SecondOpinion opinion, DateTimeOffset now) => opinion.IsOpen
        ? OpinionTrail.Record(
            opinion with { Status = OpinionStatus.Withdrawn, EndedAt = now }, now, opinion.Asker, "opinion.withdrawn", OpinionJson.Write(new OpinionEnded(opinion.Seal)))
        : new Ruling<SecondOpinion>.Refused(opinion.Status is OpinionStatus.Withdrawn ? "You took this back already." : "This is decided already, so it cannot be taken back.");

    /// <summary>The author says where it stands.</summary>
    public static Ruling<SecondOpinion> Posted(SecondOpinion opinion, string link, DateTimeOffset now)
    {
        if (!opinion.IsAgreed)
            return new Ruling<SecondOpinion>.Refused("Nobody has agreed to this text, so I have not noted the link. If it is out, please tell the Social Media Manager.");
        if (opinion.Link?.Link == link)
            return new Ruling<SecondOpinion>.Refused("That is noted already.");
        var posted = new PostedLink(link, opinion.Seal, opinion.Asker, now);
        return OpinionTrail.Record(opinion with { Status = OpinionStatus.Posted, Link = posted }, now, opinion.Asker, "opinion.posted", OpinionJson.Write(posted));
    }

    /// <summary>A reader is given one of its pictures, which was found to be as it was sent.</summary>
    public static Ruling<SecondOpinion>.Allowed GivePicture(SecondOpinion opinion, EvidencePiece picture, PersonRef to, DateTimeOffset now) =>
        OpinionTrail.Record(opinion, now, to, "opinion.picture_given", OpinionJson.Write(new OpinionPicture(picture.Id, picture.Hash!)));

    /// <summary>A picture is not as it was sent: it is not given out, and the trail says who found it and when.</summary>
    public static Ruling<SecondOpinion>.Allowed PictureAltered(SecondOpinion opinion, EvidencePiece picture, PersonRef by, DateTimeOffset now) =>
        OpinionTrail.Record(opinion, now, by, "opinion.picture_altered", OpinionJson.Write(new OpinionPicture(picture.Id, picture.Hash!)));

    private static Ruling<SecondOpinion>.Refused? TooFew(ImmutableArray<PersonRef> may, bool all) =>
        may.IsEmpty ? new Ruling<SecondOpinion>.Refused(Nobody)
        : all && may.Length < OpinionReaders.Several ? new Ruling<SecondOpinion>.Refused(OnlyOne)
        : null;

    private static ImmutableArray<PersonRef> Allowed(ImmutableArray<PersonRef> readers, string authorId, WantedPost post) =>
        [.. readers.Where(reader => OpinionReaders.MayRead(reader.Id, authorId, post)).DistinctBy(reader => reader.Id, StringComparer.OrdinalIgnoreCase)];
}
