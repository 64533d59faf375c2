using System.Text.Json;
using PolicyBot.Bot.Commands;
using PolicyBot.Bot.Policies;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Policy;

namespace PolicyBot.Tests.Conversations;

/// <summary>The Trust changes its policy while staff ask about it.</summary>
public sealed class ChangedPolicyTests : IAsyncLifetime
{
    private const string Question = "Can I follow a former pupil on Instagram?";
    private const string Before = "Staff are not permitted to follow or engage with current or prior students";
    private const string ShortAnswer = "No. Staff are not permitted to follow or engage with";
    private const string After = "Staff are not allowed to follow or engage with current or prior students";

    private readonly PolicyCopy copy = new();
    private School? open;

    private School School => open!;

    private ServedPolicies Served => School.Bot.Get<ServedPolicies>();

    public async ValueTask InitializeAsync()
    {
        open = new School { Policies = copy.Folder };
        await open.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await School.DisposeAsync();
        copy.Dispose();
    }

    [Fact]
    public async Task The_next_answer_quotes_the_new_words_without_a_restart()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(Question);
        priya.Sees(Before);

        await ChangeAsync(() => copy.Reword(Before, After));

        await priya.SaysAsync(Question);
        priya.Sees($"“{After}").DoesNotSee(Before);
    }

    [Fact]
    public async Task A_short_answer_goes_with_the_words_that_it_was_written_for_and_is_back_when_somebody_has_read_both()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(Question);
        priya.Sees(ShortAnswer, $"“{Before}");

        await ChangeAsync(() => copy.Reword(Before, After));

        await priya.SaysAsync(Question);
        priya.Sees($"“{After}", "This is what the policy says:").DoesNotSee(ShortAnswer, "No.", "In short");
        Assert.Single(School.Log.Lines, line => line.StartsWith("Warning: Short answers that staff do not get, because the clauses were reworded: ", StringComparison.Ordinal));

        await ChangeAsync(() => Assert.Equal(0, ReviewFolder.Run([copy.Folder, "--confirm", "all"], TextWriter.Null, TextWriter.Null)));

        await priya.SaysAsync(Question);
        priya.Sees(ShortAnswer, $"“{After}");
    }

    [Fact]
    public async Task Questions_asked_during_the_exchange_are_all_answered_in_the_old_words_or_the_new()
    {
        var asking = Enumerable.Range(0, 5).Select(async _ =>
        {
            var teacher = School.Teacher();
            for (var question = 0; question < 8; question++)
            {
                await teacher.SaysAsync(Question);
                teacher.Sees("current or prior students", "Social Media policy, issue 001").DoesNotSee("went wrong");
            }
        }).ToArray();

        Exchange(Before, After);
        Exchange(After, Before);
        Exchange(Before, After);

        await Task.WhenAll(asking);
        var last = School.Teacher();
        await last.SaysAsync(Question);
        last.Sees(After);
    }

    [Fact]
    public async Task A_section_is_read_from_a_card_sent_before_in_its_new_words()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(Question);

        await ChangeAsync(() => copy.Reword(Before, After));

        await priya.PressesAsync("Read the section");
        priya.Sees("Personal use › Students", After);
    }

    [Fact]
    public async Task A_section_that_is_gone_is_kindly_said_to_be_gone()
    {
        var priya = School.Teacher();
        await priya.SaysAsync(Question);

        await ChangeAsync(() => copy.Edit("policy.json", "\"title\": \"Social Media\"", "\"title\": \"Being Online\""));

        await priya.PressesAsync("Read the section");
        priya.Sees("I cannot find that section any more. Please ask your question again.");
    }

    [Fact]
    public async Task A_broken_policy_is_named_to_whoever_runs_the_bot_while_staff_get_their_answers()
    {
        await ChangeAsync(() => copy.Edit("policy.txt", Before, After));

        var priya = School.Teacher();
        await priya.SaysAsync(Question);
        priya.Sees(Before);
        var (status, policies) = await ReadyAsync();
        Assert.Equal("ready", status);
        Assert.StartsWith($"the ones read before go on serving: {Path.Combine("social-media", "policy.json")}: the policy's text does not say", policies, StringComparison.Ordinal);
        Assert.Single(School.Log.Lines, line => line.StartsWith("Error: The policy folder has changed and cannot be used", StringComparison.Ordinal));

        await ChangeAsync(() => copy.Edit("policy.json", Before, After));

        await priya.SaysAsync(Question);
        priya.Sees(After);
        Assert.Equal(("ready", "ok"), await ReadyAsync());
    }

    [Fact]
    public async Task The_log_says_which_policies_are_served()
    {
        await ChangeAsync(() => copy.Add("acceptable-use", "Acceptable Use", "Lock the screen when you leave a device."));

        Assert.Contains(School.Log.Lines, line => line.StartsWith("Information: Policies served: 1 (Social Media), clauses: 74.", StringComparison.Ordinal));
        Assert.Contains(School.Log.Lines, line => line.StartsWith("Information: Policies served: 2 (Acceptable Use, Social Media), clauses: 75.", StringComparison.Ordinal));
    }

    private async Task<(string? Status, string? Policies)> ReadyAsync()
    {
        var ready = JsonElement.Parse(await School.Bot.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
        return (ready.GetProperty("status").GetString(), ready.GetProperty("policies").GetString());
    }

    // The clock stands still, so that nobody's question is given up as too slow meanwhile.
    private void Exchange(string before, string after)
    {
        var edition = Served.Current;
        copy.Reword(before, after);
        while (Served.Current == edition)
            Served.Look(School.Clock.GetUtcNow());
        Assert.Null(Served.Fault);
    }

    /// <summary>Somebody saves a change, and time passes until the bot has taken or refused it.</summary>
    private async Task ChangeAsync(Action change)
    {
        await School.SettlesAsync(); // an answer that is still on its way would be sent once more when its time is up, and be taken for the next one
        var before = (Served.Current, Served.Fault);
        change();
        for (var looks = 0; (Served.Current, Served.Fault) == before; looks++)
        {
            Assert.InRange(looks, 0, 100);
            var looked = Task.WhenAny(School.Clock.BeginsToWaitAsync(PolicyWatcher.Quiet), School.Clock.BeginsToWaitAsync(PolicyWatcher.Every));
            School.Clock.Advance(PolicyWatcher.Every);
            await looked;
        }
    }
}
