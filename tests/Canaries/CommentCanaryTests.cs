using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Canaries;

/// <summary>
/// What a comment says stands with those who look after it and nowhere else: whoever it is about, lead, deputy or Social Media Manager, neither reads nor finds it, nor learns
/// that there is one. Who wrote it is asked of nobody; who logged it is as hidden as the rest.
/// </summary>
public sealed class CommentCanaryTests
{
    private static readonly Member Logger = Cast.Teachers[0];
    private static readonly Member Lead = Cast.Teachers[1];
    private static readonly Member Deputy = Cast.Teachers[2];
    private static readonly Member Other = Cast.Teachers[3];
    private static readonly Member[] Readers = [Logger, Lead, Deputy, Cast.Sam, Cast.Nora, Cast.Ruth];

    private static readonly Dictionary<string, Member[]> Abouts = new(StringComparer.Ordinal)
    {
        ["the lead"] = [Lead],
        ["the deputy"] = [Deputy],
        ["a Social Media Manager"] = [Cast.Sam],
        ["lead, deputy and a Social Media Manager"] = [Lead, Deputy, Cast.Sam],
        ["the chief executive"] = [Cast.Ruth],
    };

    public static TheoryData<string> Conflicts => [.. Abouts.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Conflicts))]
    public async Task Nothing_of_a_comment_reaches_whom_it_is_about(string conflict)
    {
        var about = Abouts[conflict];
        await using var school = await SchoolAsync();
        var before = new Dictionary<Member, ImmutableArray<string>>();
        foreach (var member in about)
            before[member] = await ListsAsync(school, member);

        ImmutableArray<string> references = [.. await CommentsAsync(school, about)];

        foreach (var member in about)
        {
            Assert.Equal(before[member], await ListsAsync(school, member));
            await FindsNothingAsync(school, member, references);
        }
        StandsOnlyWhereItMay(school, [.. Readers.Except(about)], references);
    }

    [Fact]
    public async Task Nor_does_it_reach_anybody_who_has_nothing_to_do_with_the_account()
    {
        await using var school = await SchoolAsync();
        ImmutableArray<string> references = [.. await CommentsAsync(school, [])];
        foreach (var member in (Member[])[Other, Cast.Martin, Cast.Dina])
            await FindsNothingAsync(school, member, references);
        StandsOnlyWhereItMay(school, [.. Readers], references);
    }

    private static async Task<School> SchoolAsync()
    {
        var school = new School { Trust = Cast.TrustWithOfficeJson() };
        await school.InitializeAsync();
        foreach (var member in (Member[])[.. Readers, Other, Cast.Martin, Cast.Dina])
            await school.InChat(member).SaysAsync("hello");
        await school.RegistersAsync("North Academy page", Lead, Deputy);
        return school;
    }

    /// <summary>One is handled from the first reminder to the answer, one was logged by mistake: a canary in all that anybody types about them.</summary>
    private static async Task<string[]> CommentsAsync(School school, Member[] about)
    {
        var logger = school.InChat(Logger);
        var (handled, mistaken) = (await LogAsync(logger, Canary.What, about), await LogAsync(logger, Canary.Others, about));
        foreach (var hours in (double[])[8.6, 13.5, 2, 24, 1])
            await school.PassAsync(TimeSpan.FromHours(hours));

        var handler = school.InChat(Readers.Skip(1).First(member => !about.Contains(member) && member != Cast.Ruth));
        await ActsAsync(school, logger, handled, "comment.take", ("seen", "1"));
        await ActsAsync(school, handler, handled, "comment.remove", ("commentSteps", "reported"), ("audienceTold", "not_yet"));
        await ActsAsync(school, handler, handled, "comment.report");
        await handler.SaysAsync("cancel");
        await ActsAsync(school, handler, handled, "comment.reply", ("replyKind", "Holding"), ("link", Canary.Link), ("wording", Canary.Reply));
        await ActsAsync(school, handler, handled, "comment.reply", ("replyKind", "Answer"), ("link", Canary.Link), ("wording", Canary.Answer));
        await ActsAsync(school, school.InChat(Cast.Nora), mistaken, "comment.takeout", ("reason", Canary.Reason));
        await school.PassAsync(TimeSpan.FromMinutes(1));

        // That there is something to be found: whoever handled it sees it.
        var there = await school.DeliverAsync(Press(handler, handled, "comment.view"));
        Assert.Contains(Canary.Answer, there.Body, StringComparison.Ordinal);
        Assert.Contains(Canary.What, there.Body, StringComparison.Ordinal);
        return [handled, mistaken];
    }

    private static async Task<string> LogAsync(Participant logger, string words, Member[] about)
    {
        await logger.SaysAsync("log a comment");
        logger.Chooses("On which account?", "Facebook: North Academy page").Chooses("What is it?", "A complaint").Fills("When did it come in?", "today at 9am")
            .Fills("What does it say, in short?", words).Fills("Link to it (if you have one)", Canary.Link);
        if (about.Length > 0)
            logger.Picks("Is it about somebody who works here?", about);
        await logger.PressesAsync("Next");
        logger.Sees("I understood that it came in on");
        await logger.PressesAsync("Log it");
        logger.Sees("Logged by", words);
        return logger.Reference;
    }

    private static async Task FindsNothingAsync(School school, Member member, ImmutableArray<string> references)
    {
        var reach = new Reach(school, member);
        foreach (var reference in references)
            await reach.TriesAsync(reference, all: true);
        var lists = await ListsAsync(school, member);
        foreach (var words in (string[])["comments", "overdue comments", "my cases", "accounts", "my accounts", "what is asked", "handovers"])
            await school.InChat(member).SaysAsync(words);
        await school.PassAsync(TimeSpan.FromMinutes(1));
        foreach (var text in (IEnumerable<string>)[.. reach.Sent(0), .. reach.Standing(), .. lists])
            foreach (var word in (IEnumerable<string>)[.. Canary.All, .. references, Logger.Name])
                Assert.False(text.Contains(word, StringComparison.Ordinal), $"{member.Name} can read {word} in {text}");
    }

    // A number that is one says something about a single comment: whoever it is about reads the same lists and counts as before.
    private static async Task<ImmutableArray<string>> ListsAsync(School school, Member member)
    {
        var answers = ImmutableArray.CreateBuilder<string>();
        foreach (var filter in (string[])["Open", "Mine", "Overdue", "nonsense"])
            answers.Add((await school.DeliverAsync(school.InChat(member).Pressing("comment.list", new JsonObject { ["filter"] = filter }))).Body);
        answers.Add((await school.DeliverAsync(school.InChat(member).Pressing("comment.counts", new JsonObject { ["page"] = 1 }))).Body);
        return answers.ToImmutable();
    }

    // Chats of those who may read it, and the case with its trail. No log, no channel, no locked screen, and nothing that a conversation remembers once it is logged.
    private static void StandsOnlyWhereItMay(School school, ImmutableArray<Member> readers, ImmutableArray<string> references)
    {
        ImmutableArray<string> chats = [.. readers.Select(member => school.InChat(member).Place.Id)];
        foreach (var word in Canary.All)
        {
            Assert.DoesNotContain(school.Log.Lines, line => line.Contains(word, StringComparison.Ordinal));
            foreach (var message in school.Teams.AllMessages.Where(message => message.Activity.GetRawText().Contains(word, StringComparison.Ordinal)))
            {
                Assert.Contains(message.ConversationId, chats);
                Assert.DoesNotContain(word, message.Activity.TryGetProperty("summary", out var summary) ? summary.GetString() : "", StringComparison.Ordinal);
            }
            foreach (var call in school.Teams.Calls.Where(call => call.Body?.GetRawText().Contains(word, StringComparison.Ordinal) is true))
                Assert.Contains(chats, chat => Uri.UnescapeDataString(call.RawPath).Contains(chat, StringComparison.Ordinal));
            foreach (var row in school.Remembered().Split('\n').Where(row => row.Contains(word, StringComparison.Ordinal)))
            {
                Assert.True(row.StartsWith("cases|", StringComparison.Ordinal) || row.StartsWith("trail|", StringComparison.Ordinal), $"{word} stands in {row}");
                Assert.Contains(references, reference => row.Contains(reference, StringComparison.Ordinal));
            }
            Assert.DoesNotContain(word, school.Waiting(), StringComparison.Ordinal);
        }
    }

    private static async Task ActsAsync(School school, Participant who, string reference, string verb, params (string Field, string Text)[] typed)
    {
        var before = (await school.TrailOfAsync(reference)).Count;
        var answer = await school.DeliverAsync(Press(who, reference, verb, typed));
        Assert.True((await school.TrailOfAsync(reference)).Count > before, $"{who.Member.Name} could not do {verb}: {answer.Body}");
    }

    private static JsonObject Press(Participant who, string reference, string verb, params (string Field, string Text)[] typed)
    {
        var data = new JsonObject { ["ref"] = reference };
        foreach (var (field, text) in typed)
            data[field] = text;
        return who.Pressing(verb, data);
    }
}
