using PolicyBot.Bot.Evidence;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Records;

/// <summary>Cases that have come to their end, as people bring them there.</summary>
internal static class Ended
{
    public const string Word = "Flumpington";

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

    public static async Task<SecondOpinion> OpinionAsync(CaseStore store, int number, params ImmutableArray<PersonRef> about)
    {
        var reader = about.Contains(Sample.Martin) ? new PersonRef("00000000-0000-4000-8000-0000000000b2", "Grace") : Sample.Martin;
        var post = new WantedPost(WrittenAs.Post, "facebook", WrittenFor.Trust, null, "public", $"{Word} won the cup") { About = about };
        var asked = (Ruling<SecondOpinion>.Allowed)OpinionRules.Ask(new CaseReference(CaseReference.Opinion, 2026, number), post, [], [reader], false, Sample.Priya, "north", $"opinion-{number}", Sample.Now);
        await CommitAsync(store, $"opinion-{number}", new CaseChange(0, asked.After, asked.Entries));
        var agreed = (Ruling<SecondOpinion>.Allowed)ReaderRules.Agree(asked.After, reader, asked.After.Seal, Sample.Now);
        await CommitAsync(store, $"agree-{number}", new CaseChange(1, agreed.After, agreed.Entries));
        return agreed.After;
    }

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
