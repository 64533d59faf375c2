using PolicyBot.Bot.Evidence;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>Cases that have come to their end, as people bring them there.</summary>
internal static class Ended
{
    public const string Word = "Flumpington";

    public static readonly Trust Trust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json");

    public static readonly Outcome Outcome = new("advice", $"{Word} was talked to", ["hr"], null, Sample.Martin, Sample.Now);

    public static Task<Incident> IncidentAsync(CaseStore store, int number, params ImmutableArray<byte[]> files) => IncidentAsync(store, number, Sample.Report, files);

    /// <summary>An incident that was reported, acknowledged and closed.</summary>
    public static async Task<Incident> IncidentAsync(CaseStore store, int number, Report report, params ImmutableArray<byte[]> files)
    {
        var opened = IncidentRules.Open(Sample.Reference(number), report, Sample.Priya, "north", $"draft-{number}", Sample.Now);
        var first = opened.After with { Evidence = [.. files.Select((file, at) => Piece(number, at, file))] };
        await CommitAsync(store, $"open-{number}", new CaseChange(0, first, opened.Entries));
        var taken = Allowed(IncidentRules.Acknowledge(first, Sample.Martin, Sample.Now));
        await CommitAsync(store, $"take-{number}", new CaseChange(first.Version, taken.After, taken.Entries));
        var closed = Allowed(IncidentRules.Close(taken.After, Outcome));
        await CommitAsync(store, $"close-{number}", new CaseChange(taken.After.Version, closed.After, closed.Entries));
        return closed.After;
    }

    /// <summary>A closed incident that is opened again.</summary>
    public static async Task<Incident> ReopenedAsync(CaseStore store, Incident closed)
    {
        var again = Allowed(ReopenRules.Reopen(closed, new Reopening("More is known", Sample.Martin, Sample.Now)));
        await CommitAsync(store, $"again-{closed.Reference}", new CaseChange(closed.Version, again.After, again.Entries));
        return again.After;
    }

    public static async Task<Question> QuestionAsync(CaseStore store, int number)
    {
        var asked = Sample.Asking(number);
        await CommitAsync(store, $"ask-{number}", new CaseChange(0, asked.After, asked.Entries));
        var answered = ((Ruling<Question>.Allowed)QuestionRules.Answer(asked.After, new PersonsAnswer($"{Word} says yes", null, Sample.Martin, Desk.SocialMediaManager, Sample.Now)));
        await CommitAsync(store, $"answer-{number}", new CaseChange(1, answered.After, answered.Entries));
        return answered.After;
    }

    public static Task<SecondOpinion> OpinionAsync(CaseStore store, int number, params ImmutableArray<PersonRef> about) => OpinionAsync(store, number, [], about);

    /// <summary>A second opinion that was agreed to, with the pictures that were sent with it.</summary>
    public static async Task<SecondOpinion> OpinionAsync(CaseStore store, int number, ImmutableArray<byte[]> pictures, params ImmutableArray<PersonRef> about)
    {
        var reader = about.Contains(Sample.Martin) ? new PersonRef("00000000-0000-4000-8000-0000000000b2", "Grace") : Sample.Martin;
        var post = new WantedPost(WrittenAs.Post, "facebook", WrittenFor.Trust, null, "public", $"{Word} won the cup") { About = about, PictureFiles = [.. pictures.Select((picture, at) => Piece(number + 0x1000, at, picture))] };
        var asked = (Ruling<SecondOpinion>.Allowed)OpinionRules.Ask(new CaseReference(CaseReference.Opinion, 2026, number), post, [], [reader], false, Sample.Priya, "north", $"opinion-{number}", Sample.Now);
        await CommitAsync(store, $"opinion-{number}", new CaseChange(0, asked.After, asked.Entries));
        var agreed = (Ruling<SecondOpinion>.Allowed)ReaderRules.Agree(asked.After, reader, asked.After.Seal, Sample.Now);
        await CommitAsync(store, $"agree-{number}", new CaseChange(1, agreed.After, agreed.Entries));
        return agreed.After;
    }

    /// <summary>A comment that Priya logged and Martin answered, unless it is about him.</summary>
    public static async Task<ReceivedComment> CommentAsync(CaseStore store, int number, params ImmutableArray<PersonRef> about)
    {
        var logged = Logged(number, about);
        await CommitAsync(store, $"comment-{number}", new CaseChange(0, logged.After, logged.Entries));
        var by = about.Contains(Sample.Martin) ? Sample.Priya : Sample.Martin;
        var answered = (Ruling<ReceivedComment>.Allowed)ReceivedCommentRules.Reply(logged.After, Said(ReplyKind.Answer) with { By = by });
        await CommitAsync(store, $"reply-{number}", new CaseChange(1, answered.After, answered.Entries));
        return answered.After;
    }

    public static Ruling<ReceivedComment>.Allowed Logged(int number, params ImmutableArray<PersonRef> about) => ReceivedCommentRules.Log(
        new CaseReference(CaseReference.Comment, 2026, number),
        new LoggedComment(new CommentedAccount("ACC-2026-0001", "facebook", $"{Word} page"), CommentKind.Complaint, new ReceivedTime(Sample.Now.AddHours(-1), TimeReading.GuessedHalf), $"{Word} is late", "https://example.test/1", about),
        ReplyDue.For(Sample.Now.AddHours(-1), Trust), new AccountTeam(Sample.Martin, Sample.Priya, []), Trust, Sample.Priya, "north", $"comment-{number}", Sample.Now);

    public static RecordedReply Said(ReplyKind kind) => new(kind, Sample.Now, Sample.Martin, Sample.Now, "https://example.test/2", $"Dear {Word}");

    /// <summary>A handover that Priya asked for herself, or an urgent one that the headteacher asked for; refused.</summary>
    public static async Task<Handover> HandoverAsync(CaseStore store, int number, bool urgent = false)
    {
        var asked = Asked(number, urgent ? HandoverWhy.Urgent : HandoverWhy.Leaving, urgent ? Cast.Martin.Ref() : Cast.Teachers[0].Ref());
        await CommitAsync(store, $"handover-{number}", new CaseChange(0, asked.After, asked.Entries));
        var refused = Refused(asked.After);
        await CommitAsync(store, $"refuse-{number}", new CaseChange(1, refused.After, refused.Entries));
        return refused.After;
    }

    public static Ruling<Handover>.Allowed Asked(int number, HandoverWhy why, PersonRef by) => Assert.IsType<Ruling<Handover>.Allowed>(HandoverRules.Ask(
        new CaseReference(CaseReference.Handover, 2026, number), new HandoverWish(why, HandoverWay.Transfer, new DateOnly(2026, 12, 18), Cast.Teachers[0].Ref(), Cast.Teachers[1].Ref()),
        new HandedAccount(new CaseReference(CaseReference.Account, 2026, 1), $"{Word} page", "youtube", Cast.Teachers[0].Ref(), null), by, "north", $"handover-{number}", Trust, Sample.Now));

    public static Ruling<Handover>.Allowed Refused(Handover asked) =>
        Assert.IsType<Ruling<Handover>.Allowed>(DecisionRules.Decide(asked, DecisionSays.Refuse, null, $"{Word} needs you", Cast.Sam.Ref(), Trust, Sample.Now));

    /// <summary>The id under which the bot keeps a file.</summary>
    public static string PieceOf(int number, int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:x8}-{at + 1}");

    /// <summary>Words that are a file: text is taken as evidence.</summary>
    public static byte[] File(int length, int seed) => [.. Enumerable.Range(0, length).Select(at => (byte)('a' + ((at + seed) % 23)))];

    private static EvidencePiece Piece(int number, int at, byte[] file) => new(PieceOf(number, at), "offer", Sample.Priya, Sample.Now, $"{Word}.txt", null)
    {
        State = EvidenceState.Kept,
        ContentType = "text/plain",
        Size = file.Length,
        Hash = EvidenceHash.Of(file),
        ReceivedAt = Sample.Now,
    };

    private static Ruling<Incident>.Allowed Allowed(Ruling<Incident> ruling) => (Ruling<Incident>.Allowed)ruling;

    private static async Task CommitAsync(CaseStore store, string activity, CaseChange change) =>
        Assert.IsType<CommitResult.Committed>(await store.CommitAsync(Sample.Turn(activity) with { Case = change }));
}
