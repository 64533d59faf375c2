using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Conversations;

/// <summary>The channel delivers an activity again whenever it is unsure: one effect, and the answer that was given before.</summary>
public sealed class TwiceTests(School school) : IClassFixture<School>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACT_03_The_same_message_twice_is_answered_once(bool atOnce)
    {
        var priya = school.Teacher();
        var said = priya.Saying("help");
        if (atOnce)
            await Task.WhenAll(school.DeliverAsync(said), school.DeliverAsync(said));
        else
            await SendTwiceAsync(said);
        await priya.SaysAsync("hello");
        await priya.GetsAsync("Hello! Ask me anything");
        await priya.GetsAsync("What I can do");
        Assert.Equal(1, priya.MessagesSaying("What I can do"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task INV_04_The_same_press_twice_gets_the_same_answer_and_does_it_once(bool atOnce)
    {
        var priya = school.Teacher();
        await priya.ReachesReviewAsync("A rude comment");
        var submit = await priya.PressingAsync("Submit");
        var answers = atOnce ? await Task.WhenAll(school.DeliverAsync(submit), school.DeliverAsync(submit)) : await SendTwiceAsync(submit);
        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("Your report is saved", answers[0].Card!.Text, StringComparison.Ordinal);
        await priya.SaysAsync("my reports");
        priya.Sees("INC-2026-");
        Assert.Single(await school.Bot.Get<CaseStore>().Incidents.OpenedByAsync(priya.Member.DirectoryId!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task INV_04_The_stored_answer_is_replayed_even_when_the_case_has_moved_on_and_the_bot_was_restarted()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        await priya.ReachesReviewAsync("A rude comment");
        var submit = await priya.PressingAsync("Submit");
        var first = await priya.SendsAsync(submit);
        await martin.PressesAsync("Acknowledge", on: priya.Reference);
        await school.North.ShowsAsync($"{priya.Reference}: acknowledged");
        await school.RestartAsync();
        Assert.Equal(first, await school.DeliverAsync(submit));
    }

    [Fact]
    public async Task INV_04_A_stored_answer_is_given_only_to_the_person_whose_press_it_was()
    {
        var (priya, martin, jamie) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place), school.InChat(Cast.Jamie).In(school.North.Place));
        var reference = await priya.ReportsAsync("Parsnippery");
        await school.North.ShowsAsync(reference);
        var acknowledge = await martin.PressingAsync("Acknowledge", on: reference);
        Assert.Contains("Parsnippery", (await martin.SendsAsync(acknowledge)).Body, StringComparison.Ordinal);

        var press = jamie.Pressing("help.show", null);
        (press["id"], press["conversation"]) = (acknowledge["id"]!.DeepClone(), acknowledge["conversation"]!.DeepClone());

        Assert.DoesNotContain("Parsnippery", (await school.DeliverAsync(press)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACT_03_Nobody_can_keep_another_person_unheard_by_using_the_id_of_their_message_first()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var (first, second) = (priya.In(school.North.Place), tom.In(school.North.Place));
        var (one, two) = (first.Saying("help"), second.Saying("thanks"));
        two["id"] = one["id"]!.DeepClone();

        await school.DeliverAsync(one);
        await school.DeliverAsync(two);

        await second.GetsAsync("You are welcome.");
    }

    [Fact]
    public async Task ACT_03_The_same_submit_at_two_instances_at_once_opens_one_case()
    {
        await using var database = await ScratchDatabase.CreateAsync(Needs.Postgres());
        await using var trust = new School { Database = database.ConnectionString };
        await trust.InitializeAsync();
        await using var second = await trust.OpenAsync();
        var priya = trust.Teacher();
        await priya.ReachesReviewAsync("From two instances");

        var submit = await priya.PressingAsync("Submit");
        var answers = await Task.WhenAll(trust.DeliverAsync(submit), trust.DeliverAsync(submit, second));
        Assert.Equal(answers[0], answers[1]);
        var store = second.Get<CaseStore>();
        var opened = Assert.Single(await store.Incidents.AllAsync(TestContext.Current.CancellationToken));
        await trust.North.ShowsAsync($"{opened.Reference}: new report", "From two instances");
        Assert.Equal(1, trust.North.PostsAbout($"{opened.Reference}: new report"));
        Assert.Null(opened.Trail.FaultIn(opened.Reference, await store.TrailOfAsync(opened.Reference, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ACT_03_The_same_message_at_two_instances_at_once_is_answered_once()
    {
        await using var database = await ScratchDatabase.CreateAsync(Needs.Postgres());
        await using var trust = new School { Database = database.ConnectionString };
        await trust.InitializeAsync();
        await using var second = await trust.OpenAsync();
        var priya = trust.Teacher();
        var said = priya.Saying("help");
        await Task.WhenAll(trust.DeliverAsync(said), trust.DeliverAsync(said, second));
        await priya.GetsAsync("What I can do");
        await priya.SaysAsync("hello");
        await priya.GetsAsync("Hello! Ask me anything");
        Assert.Equal(1, priya.MessagesSaying("What I can do"));
    }

    private async Task<Answer[]> SendTwiceAsync(System.Text.Json.Nodes.JsonObject activity) =>
        [await school.DeliverAsync(activity), await school.DeliverAsync(activity)];
}
