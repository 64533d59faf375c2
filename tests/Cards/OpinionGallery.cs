using PolicyBot.Cards;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Tests.Cards;

/// <summary>Second opinions in every state, as author and reader see them.</summary>
internal static class OpinionGallery
{
    private static readonly PersonRef Author = new("id-tom", "Tom_Hill");
    private static readonly PersonRef Rita = new("id-rita", "Rita Moss");
    private static readonly PersonRef Ann = new("id-ann", "Ann Lee");
    private static readonly ImmutableArray<ClauseRef> Clauses = [.. Sample.Policy.Clauses.OrderByDescending(clause => clause.Text.Length).Select(clause => new ClauseRef(Sample.Policy.Title, clause.Id))];

    private static readonly OpinionDraft Empty = new("draft-1", Sample.Now, OpinionPage.Text);

    private static readonly ReportProblems Problems = ((string[])[
        Fields.Written, Fields.Post, Fields.Platform, Fields.PostFor, Fields.Account, Fields.Comment, Fields.Date, Fields.Time, Fields.Audience, Fields.OutDate, Fields.OutTime, Fields.Pictures,
        Fields.Material, Fields.About, Fields.Reader, Fields.Wording, Fields.Reason, Fields.Clause, Fields.HandTo, Fields.Link])
        .Aggregate(ReportProblems.None, (all, field) => all.With(field, "Please mend this."));

    public static IEnumerable<(string, Message)> Cards()
    {
        yield return ("opinion resume", OpinionDraftCards.Resume(Empty, Sample.Trust));
        yield return ("opinion cancelled", OpinionDraftCards.Cancelled());
        yield return ("opinion gone", OpinionDraftCards.Gone());
        yield return ("opinion file question", FileQuestionCards.Question("turn-1", 1, "draft"));
        yield return ("opinion file question, several", FileQuestionCards.Question("turn-1", 3, "draft"));
        yield return ("opinion files, too many", FileQuestionCards.TooMany("draft"));
        foreach (var (name, pieces) in Sample.Evidence)
            yield return ($"opinion sent pictures, {name}", SentPicturesCards.Card(pieces, "draft-5"));
        foreach (var (name, pictures) in ((string, ImmutableArray<EvidencePiece>)[])
            [("one", Sample.Files(1, "Cup.png", EvidenceState.Kept)), ("several", Sample.Files(3, "Sports day 2026 at Priory, Year 8.png", EvidenceState.Kept)), ("hostile", Sample.Files(2, Sample.Hostile, EvidenceState.Kept))])
        {
            foreach (var entry in PicturesOf($", {name}", pictures))
                yield return entry;
        }
        foreach (var (name, post, found) in ((string, WantedPost, ImmutableArray<FoundInDraft>)[])
            [("", Post("Well done to Jayden Whitlock, who won at Priory!"), [Found(0), Found(1)]), (", nothing found", Reply("Thank you, we look into it."), []),
                (", hostile", Hostile(Sample.Hostile), [Found(0) with { Words = Sample.Hostile, Title = Sample.Hostile, Advice = Sample.Hostile }]), (", right to left", Post("ברוכים הבאים לבית הספר, נתראה מחר"), []),
                (", one character", Post("a"), []), (", only emoji", Post("🎉👨‍👩‍👧🏆"), []), (", only a link", Post("https://example.test/a_b(c)?x=*y*"), []), (", markup", Post("**bold** <at>Ann</at> [a](https://evil.example)\n# head\n- one"), [])])
        {
            foreach (var entry in Of(name, post, found))
                yield return entry;
        }
        foreach (var page in Enum.GetValues<OpinionPage>())
            yield return ($"opinion page {page}, problems", OpinionDraftCards.Card(View(Empty with { Page = page }, null, [], Problems)));
    }

    public static IEnumerable<(string, Message)> Longest(string name, string piece)
    {
        var text = Sample.Repeat(piece);
        var post = Hostile(text) with { About = [.. Enumerable.Repeat(new PersonRef("id-bob", text), 20)] };
        ImmutableArray<FoundInDraft> found = [.. Enumerable.Range(0, 22).Select(number => Found(number) with { Words = text })];
        var asked = Asked(post, found, [Rita, Ann], all: false);
        var advised = After(ReaderRules.AdviseAgainst(asked, Rita, asked.Seal, text, Clauses[0], Sample.Now.AddHours(1)));
        var reworded = After(ReaderRules.AgreeWith(asked, Rita, asked.Seal, text[1..] + " changed", found, text, Sample.Now.AddHours(1)));
        foreach (var page in Enum.GetValues<OpinionPage>())
            yield return ($"opinion page {page}, 100000 {name}", OpinionDraftCards.Card(View(DraftOf(post) with { Page = page }, post, found, ReportProblems.None)));
        yield return ($"opinion sent pictures, 100000 {name}", SentPicturesCards.Card(Sample.Files(EvidencePieces.Most, text, EvidenceState.Kept), "draft-5"));
        yield return ($"opinion pictures, 100000 {name}", OpinionPictureCards.List(asked with { Post = post with { PictureFiles = Sample.Files(EvidencePieces.Most, text, EvidenceState.Kept) } }, Sample.Trust, "post-1"));
        yield return ($"opinion reader, 100000 {name}", OpinionReaderCards.Card(asked, "id-rita", Sample.Trust, Sample.Library, "post-1"));
        yield return ($"opinion reader advised, 100000 {name}", OpinionReaderCards.Card(advised, "id-rita", Sample.Trust, Sample.Library, "post-1"));
        yield return ($"opinion reader reworded, 100000 {name}", OpinionReaderCards.Card(reworded, "id-rita", Sample.Trust, Sample.Library, "post-1"));
        yield return ($"opinion author, 100000 {name}", OpinionAuthorCards.Card(advised, Sample.Trust, Sample.Library, "note-1"));
        yield return ($"opinion author reworded, 100000 {name}", OpinionAuthorCards.Card(reworded, Sample.Trust, Sample.Library, "note-1"));
        yield return ($"opinion not the same, 100000 {name}", OpinionAuthorCards.Found(new TextMatch(reworded, Exact: false), text, Sample.Trust));
        yield return ($"opinion read, 100000 {name}", OpinionPages.Read(post, found, 1, Sample.Trust, Sample.Library, new CardData(Verbs.OpinionRead), new CardData(Verbs.OpinionCard)));
        yield return ($"opinion read around, 100000 {name}", OpinionPages.Read(post, found, OpinionPages.Parts(post.Text).Length + 1, Sample.Trust, Sample.Library, new CardData(Verbs.OpinionRead), new CardData(Verbs.OpinionCard)));
        yield return ($"opinion read found, 100000 {name}", OpinionPages.Read(post, found, 999, Sample.Trust, Sample.Library, new CardData(Verbs.OpinionRead), new CardData(Verbs.OpinionCard)));
        if (name != "unassigned") // no text of such characters is ever kept: nobody could see them
            yield return ($"opinion copy, 100000 {name}", OpinionPages.Copy(reworded, 1, new CardData(Verbs.OpinionCopy), new CardData(Verbs.OpinionCard)));
        foreach (var act in Enum.GetValues<OpinionAct>())
            yield return ($"opinion form {act}, 100000 {name}", OpinionForms.Form(
                act, asked with { Post = post with { Text = text[..Limits.PostPage] } }, new OpinionTyped(text, text, text, text, text), Problems, [Ann], Sample.Library, "post-1"));
        yield return ($"my opinions, 100000 {name}", MyReportsCards.List([], [], Sample.Trust, [.. Enumerable.Repeat(asked, 12)], [.. Enumerable.Repeat(asked, 12)]));
    }

    private static IEnumerable<(string, Message)> Of(string name, WantedPost post, ImmutableArray<FoundInDraft> found)
    {
        foreach (var page in Enum.GetValues<OpinionPage>())
            yield return ($"opinion page {page}{name}", OpinionDraftCards.Card(View(DraftOf(post) with { Page = page }, post, found, ReportProblems.None)));
        var asked = Asked(post, found, [Rita, Ann], all: true);
        var agreed = After(ReaderRules.Agree(asked, Rita, asked.Seal, Sample.Now.AddHours(1)));
        var reworded = After(ReaderRules.AgreeWith(asked with { All = false }, Rita, asked.Seal, post.Text + " Thank you", found, "Friendlier", Sample.Now.AddHours(1)));
        (string State, SecondOpinion Opinion)[] states =
        [
            ("asked", asked), ("one of two", agreed), ("agreed", After(ReaderRules.Agree(asked with { All = false }, Rita, asked.Seal, Sample.Now.AddHours(1)))), ("reworded", reworded),
            ("change wanted", After(ReaderRules.AskForChange(asked, Rita, asked.Seal, "Please leave the name out.", Clauses[0], Sample.Now.AddHours(1)))),
            ("advised against", After(ReaderRules.AdviseAgainst(asked, Rita, asked.Seal, post.Text, Clauses[1], Sample.Now.AddHours(1)))),
            ("withdrawn", After(OpinionRules.Withdraw(asked, Sample.Now.AddHours(1)))), ("expired", OpinionClock.Pass(asked, OpinionStep.Expire, Sample.Trust, Sample.Now.AddDays(20)).After),
            ("posted", After(OpinionRules.Posted(reworded, "https://www.facebook.com/north/posts/2", Sample.Now.AddHours(2)))),
            ("handed on", After(ReaderRules.HandOn(asked, Rita, new PersonRef("id-omar", "Omar Khan"), Sample.Now.AddHours(1)))),
        ];
        foreach (var (state, opinion) in states)
        {
            yield return ($"opinion reader {state}{name}", OpinionReaderCards.Card(opinion, "id-rita", Sample.Trust, Sample.Library, "post-1"));
            yield return ($"opinion author {state}{name}", OpinionAuthorCards.Card(opinion, Sample.Trust, Sample.Library, "note-1"));
            yield return ($"opinion found {state}{name}", OpinionAuthorCards.Found(new TextMatch(opinion, Exact: true), opinion.Post.Text, Sample.Trust));
        }
        yield return ($"opinion note{name}", OpinionReaderCards.Note(asked, reminder: false, Sample.Trust, "note-1"));
        yield return ($"opinion reminder{name}", OpinionReaderCards.Note(asked, reminder: true, Sample.Trust, "note-1"));
        yield return ($"opinion not the same{name}", OpinionAuthorCards.Found(new TextMatch(reworded, Exact: false), post.Text, Sample.Trust));
        yield return ($"opinion read{name}", OpinionPages.Read(post, found, 1, Sample.Trust, Sample.Library, new CardData(Verbs.OpinionRead), new CardData(Verbs.OpinionCard)));
        yield return ($"opinion copy{name}", OpinionPages.Copy(asked with { Post = post with { Text = UserText.Plain(post.Text) } }, 1, new CardData(Verbs.OpinionCopy), new CardData(Verbs.OpinionCard)));
        yield return ($"opinion record{name}", OpinionAuthorCards.Record(reworded, Sample.Trust));
        foreach (var act in Enum.GetValues<OpinionAct>())
        {
            yield return ($"opinion form {act}{name}", OpinionForms.Form(act, asked, OpinionTyped.Nothing, ReportProblems.None, [Ann], Sample.Library, "post-1"));
            yield return ($"opinion too late to {act}{name}", OpinionForms.TooLate(act, asked, new OpinionTyped(post.Text, post.Text, "", "", ""), ReaderRules.Changed, "post-1"));
            yield return ($"opinion form {act}, wrong{name}", OpinionForms.Form(act, asked, new OpinionTyped(post.Text, post.Text, post.Text, post.Text, post.Text), Problems, [], Sample.Library, "post-1"));
        }
        yield return ($"my opinions{name}", MyReportsCards.List([], [], Sample.Trust, [asked, reworded], [asked]));
        yield return ($"what is asked of drafts{name}", AskedCards.List([], [], 90, _ => true, Sample.Trust, Sample.Library, ClauseCounts.Of([asked, reworded, agreed])));
    }

    private static IEnumerable<(string, Message)> PicturesOf(string name, ImmutableArray<EvidencePiece> pictures)
    {
        var opinion = Asked(Post("Well done!") with { PictureFiles = pictures }, [], [Rita, Ann], all: false);
        yield return ($"opinion pictures{name}", OpinionPictureCards.List(opinion, Sample.Trust, "post-1"));
        yield return ($"opinion pictures{name}, said", OpinionPictureCards.List(opinion, Sample.Trust, "post-1", "I have written to you about picture 1 in this chat."));
        yield return ($"opinion reader pictures{name}", OpinionReaderCards.Card(opinion, "id-rita", Sample.Trust, Sample.Library, "post-1"));
        yield return ($"opinion author pictures{name}", OpinionAuthorCards.Card(opinion, Sample.Trust, Sample.Library, "note-1"));
        yield return ($"opinion review pictures{name}", OpinionDraftCards.Card(View(DraftOf(opinion.Post) with { Page = OpinionPage.Review }, opinion.Post, [], ReportProblems.None)));
        yield return ($"opinion picture lies at{name}", OpinionPictureCards.LiesAt(opinion, pictures[0], "/srv/policybot/picture-1.png"));
        yield return ($"opinion picture offer{name}", OpinionPictureCards.Offer(opinion, pictures[0]));
        if (name != ", one")
            yield break;
        yield return ("opinion picture on its way", OpinionPictureCards.OnItsWay());
        yield return ("opinion picture not wanted", OpinionPictureCards.NotWanted());
    }

    private static OpinionDraftView View(OpinionDraft draft, WantedPost? post, ImmutableArray<FoundInDraft> found, ReportProblems problems) =>
        new(draft, problems, post, found, [Rita, Ann], Sample.Trust, Sample.Library, Sample.Now);

    private static FoundInDraft Found(int number) => new($"rule_{number}", number % 2 == 0 ? "A pupil is named" : "Nobody can tell who speaks", number % 2 == 0, "Jayden Whitlock", Clauses[number % Clauses.Length], "Leave the name out, or ask the family first.");

    private static WantedPost Post(string text) => new(WrittenAs.Post, "instagram", WrittenFor.Trust, "@north", "families", text)
    {
        PlannedAt = Sample.Now.AddDays(1),
        Pictures = "Four pupils with a cup",
        PictureChecks = ["list", "asked"],
        Material = "https://example.test/priory",
        About = [new PersonRef("id-bob", "Bob Ray")],
    };

    private static WantedPost Reply(string text) => Post(text) with { Kind = WrittenAs.Reply, Comment = "Your school is a joke.", CommentAt = Sample.Now.AddHours(-5), Pictures = null, PictureChecks = [] };

    private static WantedPost Hostile(string text) => Reply(text) with { Platform = text, Account = text, Audience = text, Comment = text, Pictures = text, PictureChecks = ["list", "asked", "dressed", "names"], Material = text };

    private static OpinionDraft DraftOf(WantedPost post) => Empty with
    {
        Kind = post.Kind.ToString(),
        Text = post.Text,
        Platform = post.Platform,
        For = post.For.ToString(),
        Account = post.Account ?? "",
        Comment = post.Comment ?? "",
        CommentDate = post.Comment ?? "",
        CommentTime = post.Comment ?? "",
        Audience = post.Audience,
        Date = "2026-11-23",
        Time = "10:00",
        Pictures = post.Pictures ?? "",
        PictureChecks = post.PictureChecks,
        Material = post.Material ?? "",
        AboutIds = [.. post.About.Select(person => person.Name)],
        Unseen = 2,
    };

    private static SecondOpinion Asked(WantedPost post, ImmutableArray<FoundInDraft> found, ImmutableArray<PersonRef> readers, bool all) =>
        After(OpinionRules.Ask(new CaseReference(CaseReference.Opinion, 2026, 5), post, found, readers, all, Author, "north", "draft-5", Sample.Now));

    private static TRecord After<TRecord>(Ruling<TRecord> ruling) => ((Ruling<TRecord>.Allowed)ruling).After;
}
