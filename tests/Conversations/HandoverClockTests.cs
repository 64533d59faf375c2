using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A handover waits, and time goes by: who is reminded of its last day, and when a platform's wait is over. It is Monday, 23 November, 09:30.</summary>
public sealed class HandoverClockTests : IAsyncLifetime
{
    private readonly OfficeSchool office = new();

    private School School => office.School;

    [Fact]
    public async Task Each_is_reminded_once_before_the_last_day_on_it_and_after_it_also_over_a_restart()
    {
        var (priya, tom, sam, martin) = (School.Teacher(), School.Teacher(), office.Sam, School.InChat(Cast.Martin));
        await martin.SaysAsync("hello");
        var account = await School.HasAccountAsync("Tormentil House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member, "2026-11-27");
        await sam.DecidesAsync(reference);
        await priya.GetsAsync($"{reference}: it is your turn");

        await School.PassAsync(TimeSpan.FromHours(23)); // Tuesday, 08:30
        await priya.GetsAsync("A last day is near", reference, "Friday 27 November 2026");
        await sam.GetsAsync("A last day is near", reference);
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(1, priya.MessagesSaying("A last day is near"));

        await School.PassAsync(TimeSpan.FromDays(3)); // Friday
        await priya.GetsAsync("Today is the last day", reference);
        martin.NeverGot(reference);
        await School.PassAsync(TimeSpan.FromDays(1));
        await martin.GetsAsync("A last day has passed", reference);
        await sam.GetsAsync("A last day has passed", reference);
        await School.PassAsync(TimeSpan.FromDays(30));
        Assert.Equal((1, 1), (sam.MessagesSaying("A last day has passed"), sam.MessagesSaying("Today is the last day")));
        Assert.Equal(["handover.reminded", "handover.reminded", "handover.reminded"], (await School.TrailAsync(reference))[2..]);
    }

    [Fact]
    public async Task Whoever_should_decide_is_reminded()
    {
        var (priya, tom, sam) = (School.Teacher(), School.Teacher(), office.Sam);
        var account = await School.HasAccountAsync("Valerian House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        await sam.GetsAsync($"{reference}: please decide");
        await School.PassAsync(TimeSpan.FromHours(25));
        await sam.GetsAsync("A handover waits for a decision", reference, "Nobody has decided on it yet.");
    }

    [Fact]
    public async Task A_platform_that_makes_people_wait_is_told_of_while_there_is_time_to_wait()
    {
        var (priya, tom, sam) = (School.Teacher(), School.Teacher(), office.Sam);
        var account = await School.HasAccountAsync("Yarrow House", "youtube", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member, "2026-12-10");
        await sam.DecidesAsync(reference);
        await School.PassAsync(TimeSpan.FromDays(6));
        sam.NeverGot("The new lead needs access soon");
        await School.PassAsync(TimeSpan.FromHours(23)); // Monday, 30 November, 08:30: the wait has to begin on Wednesday
        await sam.GetsAsync("The new lead needs access soon", reference, "YouTube makes somebody new wait 7 days. So the new lead needs their access by Wednesday 2 December 2026.");
        await priya.GetsAsync("The new lead needs access soon", reference);
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(1, sam.MessagesSaying("The new lead needs access soon"));
    }

    [Fact]
    public async Task Access_that_must_be_gone_today_is_told_of_after_two_hours_and_not_to_whoever_has_it()
    {
        var (priya, tom, sam, nora) = (School.Teacher(), School.Teacher(), office.Sam, office.Nora);
        await nora.SaysAsync("hello");
        await priya.SaysAsync("hello");
        var account = await School.HasAccountAsync("Sorrel House", "instagram", priya.Member);
        var reference = await sam.AsksToHandOverAsync(account, tom.Member, "2026-11-23", "Urgent: access must be gone today");
        await nora.DecidesAsync(reference);
        await School.PassAsync(TimeSpan.FromMinutes(100));
        sam.NeverGot("Access is still open");
        await School.PassAsync(TimeSpan.FromMinutes(30));
        await sam.GetsAsync("Access is still open", reference, "It is urgent, and they can still get in.");
        await nora.GetsAsync("Access is still open", reference);
        priya.NeverGot(reference);
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
