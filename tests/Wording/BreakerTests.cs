using PolicyBot.Bot.Wording;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Wording;

/// <summary>How long a model that does not answer is left alone.</summary>
public sealed class BreakerTests
{
    private readonly FakeTime time = new();

    [Fact]
    public void A_later_fault_does_not_shorten_the_rest_that_the_service_asked_for()
    {
        var breaker = new Breaker(time);
        Assert.True(breaker.Failed(TimeSpan.FromMinutes(4)));
        Assert.True(breaker.Failed(null));
        Assert.True(breaker.Failed(TimeSpan.FromSeconds(1)));
        Assert.True(breaker.Failed(null));
        time.Advance(TimeSpan.FromSeconds(239));
        Assert.True(breaker.Rests);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(breaker.Rests);
    }

    [Fact]
    public void A_later_fault_may_lengthen_it()
    {
        var breaker = new Breaker(time);
        breaker.Failed(TimeSpan.FromSeconds(30));
        breaker.Failed(TimeSpan.FromMinutes(2));
        time.Advance(TimeSpan.FromSeconds(119));
        Assert.True(breaker.Rests);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(breaker.Rests);
        Assert.True(breaker.Failed(null));
    }
}
