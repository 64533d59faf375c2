using System.Net;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Something behind the bot hangs. Teams waits about five seconds; nobody may be left without a word, and nothing may be lost.</summary>
public sealed class SlowDayTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private readonly School school = new();

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task INV_05_A_press_is_answered_in_time_while_the_database_hangs_and_is_done_once_in_the_end()
    {
        var priya = school.Teacher();
        await priya.ReachesReviewAsync("A rude comment");
        var submit = await priya.PressingAsync("Submit");
        var waits = school.Clock.BeginsToWaitAsync(Patience);
        Task<Answer> pressed;
        await using (school.HoldDatabase())
        {
            pressed = school.DeliverAsync(submit);
            await waits.WaitAsync(TestContext.Current.CancellationToken);
            school.Clock.Advance(Patience);
            Assert.Equal("This is taking longer than it should. Nothing is lost. Please wait a moment and press again.", (await pressed).Sentence);
        }
        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved", "INC-2026-0001");
        await school.North.ShowsAsync("INC-2026-0001: new report");
        Assert.Single(school.North.Posts);
    }

    [Fact]
    public async Task ACT_04_A_message_that_cannot_be_stored_in_time_is_asked_for_again_and_answered_once()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("hello");
        var said = priya.Saying("help");
        var waits = school.Clock.BeginsToWaitAsync(Patience);
        await using (school.HoldDatabase())
        {
            var delivered = school.DeliverAsync(said);
            await waits.WaitAsync(TestContext.Current.CancellationToken);
            school.Clock.Advance(Patience);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await delivered).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await school.DeliverAsync(said)).Status);
        await priya.SaysAsync("hello");
        await priya.GetsAsync("What I can do");
        Assert.Equal(1, priya.MessagesSaying("What I can do"));
    }

    [Fact]
    public async Task ACT_04_A_message_is_answered_at_once_while_Teams_itself_hangs()
    {
        var priya = school.Teacher();
        school.Teams.Misbehave = _ => Fault.Silence();
        Assert.Equal(new Answer(HttpStatusCode.OK, ""), await school.DeliverAsync(priya.Saying("help")));
        await school.Teams.WaitForAsync(teams => teams.Calls.Count > 0, TestContext.Current.CancellationToken);
        Assert.Equal(0, priya.MessagesSaying("What I can do"));
    }
}
