using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Tests.Channel;

/// <summary>Teams' limits are kept before Teams has to enforce them.</summary>
public sealed class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact(DisplayName = "REST-09 At most seven messages a second and sixty in thirty seconds to one conversation")]
    public void One_conversation_is_paced()
    {
        var sent = Send(Pace(), TimeSpan.FromSeconds(60), _ => "a:anna");
        Assert.Equal(120, sent.Count);
        Assert.True(Most(sent, TimeSpan.FromSeconds(1)) <= 7);
        Assert.True(Most(sent, TimeSpan.FromSeconds(30)) <= 60);
    }

    [Fact(DisplayName = "REST-09 At most thirty messages a second to one tenant, however many conversations")]
    public void One_tenant_is_paced()
    {
        var sent = Send(Pace(), TimeSpan.FromSeconds(3), i => $"a:{i}");
        Assert.Equal(90, sent.Count);
        Assert.True(Most(sent, TimeSpan.FromSeconds(1)) <= 30);
    }

    [Fact(DisplayName = "REST-09 A wait takes no place, and one conversation's wait does not hold up another")]
    public void Waiting_costs_nothing()
    {
        var pace = Pace();
        for (var i = 0; i < 7; i++)
            Assert.Equal(TimeSpan.Zero, pace.Reserve("a:anna", "t", Start));
        for (var i = 0; i < 100; i++)
            Assert.Equal(TimeSpan.FromSeconds(1), pace.Reserve("a:anna", "t", Start));
        Assert.Equal(TimeSpan.Zero, pace.Reserve("a:ben", "t", Start));
        Assert.Equal(TimeSpan.Zero, pace.Reserve("a:anna", "t", Start.AddSeconds(1)));
    }

    [Fact(DisplayName = "REST-09 Local mode is not paced")]
    public void Local_mode_is_free()
    {
        var pace = new Pace(Options.Create(new BotOptions { Local = true }));
        for (var i = 0; i < 1000; i++)
            Assert.Equal(TimeSpan.Zero, pace.Reserve("a:anna", null, Start));
    }

    [Fact(DisplayName = "REST-09 A clock that was set back does not silence the bot until it has caught up")]
    public void A_clock_that_is_set_back_costs_nothing()
    {
        var pace = Pace();
        for (var i = 0; i < 7; i++)
            pace.Reserve("a:anna", "t", Start);
        Assert.Equal(TimeSpan.Zero, pace.Reserve("a:anna", "t", Start.AddHours(-1)));
    }

    private static Pace Pace() => new(Options.Create(new BotOptions()));

    // Sends as fast as it is let, as an outbox with endless rows would.
    private static List<DateTimeOffset> Send(Pace pace, TimeSpan during, Func<int, string> conversation)
    {
        var sent = new List<DateTimeOffset>();
        for (var now = Start; now < Start + during;)
        {
            var wait = pace.Reserve(conversation(sent.Count), "t", now);
            if (wait == TimeSpan.Zero)
                sent.Add(now);
            now += wait;
        }

        return sent;
    }

    private static int Most(List<DateTimeOffset> sent, TimeSpan within) =>
        sent.Max(from => sent.Count(time => time >= from && time < from + within));
}
