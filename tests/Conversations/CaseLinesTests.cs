using PolicyBot.Bot.Turn;

namespace PolicyBot.Tests.Conversations;

/// <summary>Turns of one process that want the same case: one at a time, in the order in which they came, and nobody else waits.</summary>
public sealed class CaseLinesTests
{
    private readonly CaseLines lines = new();

    [Fact]
    public async Task Whoever_came_first_goes_first_and_the_others_know_that_they_waited()
    {
        var first = lines.Begin();
        Assert.True(await first.ReachAsync("INC-2026-0001"));
        var (second, third) = (lines.Begin(), lines.Begin());
        var (next, last) = (second.ReachAsync("INC-2026-0001").AsTask(), third.ReachAsync("INC-2026-0001").AsTask());
        Assert.False(next.IsCompleted);

        first.Dispose();
        Assert.False(await next);
        Assert.False(last.IsCompleted);

        second.Dispose();
        Assert.False(await last);
        third.Dispose();
        using var later = lines.Begin();
        Assert.True(await later.ReachAsync("INC-2026-0001"));
    }

    [Fact]
    public async Task Another_case_is_nobodys_wait_and_a_turn_that_decides_again_is_still_at_the_front()
    {
        using var one = lines.Begin();
        using var other = lines.Begin();
        Assert.True(await one.ReachAsync("INC-2026-0001"));
        Assert.True(await other.ReachAsync("INC-2026-0002"));
        Assert.True(await one.ReachAsync("INC-2026-0001"));
    }
}
