using PolicyBot.Cases;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Nobody takes a report on, and time goes by: who hears of it, and who does not. It is Monday, 09:30.</summary>
public sealed class ChasingTests : IAsyncLifetime
{
    private const string Waiting = "is still waiting";
    private readonly OfficeSchool office = new();

    private School School => office.School;

    private Participant Ruth => School.InChat(Cast.Ruth);

    [Fact]
    public async Task SLT_is_reminded_after_four_working_hours_then_the_chief_executive_and_that_is_all()
    {
        var (priya, martin) = (School.Teacher(), School.InChat(Cast.Martin));
        var reference = await priya.ReportsAsync("Quincewort said it");
        await School.North.ShowsAsync($"{reference}: new report");

        await School.PassAsync(new TimeSpan(3, 59, 0));
        Assert.Equal(0, School.North.PostsAbout(Waiting));
        await School.PassAsync(TimeSpan.FromMinutes(1));
        await School.North.ShowsAsync($"{reference} {Waiting}", "Nobody has acknowledged it yet");
        Ruth.NeverGot(Waiting);

        // The headteacher is one of SLT, so the next up the line is the chief executive: on Tuesday at 08:30.
        await School.PassAsync(TimeSpan.FromHours(18));
        Ruth.NeverGot(Waiting);
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromHours(2));
        await Ruth.GetsAsync($"{reference} {Waiting}", "North Academy", "The details are with them alone");

        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromDays(9));
        Assert.Equal(1, School.North.PostsAbout(Waiting));
        Assert.Equal(1, Ruth.MessagesSaying(Waiting));
        martin.NeverGot(reference);
        Ruth.NeverGot("Quincewort");
        Ruth.NeverGot(priya.Member.Name);

        Assert.True(CaseReference.TryParse(reference, out var known));
        var trail = await School.Bot.Get<CaseStore>().TrailOfAsync(known, TestContext.Current.CancellationToken);
        Assert.Equal(["incident.reported", "incident.chased", "incident.chased"], trail.Select(entry => entry.Type));
        Assert.Contains(Cast.Ruth.DirectoryId!, trail[2].Data, StringComparison.Ordinal);
        var stored = (await School.Bot.Get<CaseStore>().Incidents.FindAsync(known, TestContext.Current.CancellationToken))!;
        Assert.Null(stored.Trail.FaultIn(stored.Reference, trail));
    }

    [Fact]
    public async Task Once_somebody_has_it_nobody_is_told_again_and_the_reminder_says_so()
    {
        var (priya, martin) = (School.Teacher(), School.InChat(Cast.Martin).In(School.North.Place));
        var reference = await priya.ReportsAsync("A rude comment");
        await School.PassAsync(TimeSpan.FromHours(4));
        await School.North.ShowsAsync($"{reference} {Waiting}");
        await martin.PressesAsync("Acknowledge", on: reference);
        await School.North.ShowsAsync($"{reference}: done", "There is nothing more to do about this note.");
        await School.PassAsync(TimeSpan.FromDays(9));
        Assert.Equal(0, School.North.PostsAbout(Waiting));
        Ruth.NeverGot(reference);
    }

    [Fact]
    public async Task A_child_does_not_wait_for_the_morning()
    {
        await School.LaterAsync(new TimeSpan(4, 12, 0, 0)); // Friday, 21:30
        var (priya, dina) = (School.Teacher(), School.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Quincewort said it", "A child may be at risk");
        await School.PassAsync(TimeSpan.FromMinutes(30));
        await dina.GetsAsync($"{reference} {Waiting}", "please do not leave it until tomorrow");
        await School.PassAsync(TimeSpan.FromMinutes(30));
        await School.InChat(Cast.Martin).GetsAsync($"{reference} {Waiting}");
        Ruth.NeverGot(reference);
        await School.PassAsync(TimeSpan.FromMinutes(30));
        await Ruth.GetsAsync($"{reference} {Waiting}");

        await School.PassAsync(TimeSpan.FromDays(2));
        foreach (var told in (Participant[])[dina, School.InChat(Cast.Martin), Ruth])
            Assert.Equal(1, told.MessagesSaying(Waiting));
        School.InChat(Cast.Martin).NeverGot("Quincewort");
        Assert.Equal(0, School.North.PostsAbout(reference));
        await dina.PressesAsync("Acknowledge", on: reference);
        await Ruth.GetsAsync($"{reference}: done");
    }

    [Fact]
    public async Task Whoever_it_is_about_is_never_told_that_it_waits()
    {
        var priya = School.Teacher();
        var reference = await priya.ReportsAsync("Quincewort said it", about: Cast.Martin);
        await School.InChat(Cast.Farah).GetsAsync($"{reference}: new report");
        await School.PassAsync(TimeSpan.FromDays(9));
        await School.InChat(Cast.Farah).GetsAsync($"{reference} {Waiting}");
        await School.PassAsync(TimeSpan.FromDays(1));
        await Ruth.GetsAsync($"{reference} {Waiting}");
        School.InChat(Cast.Martin).NeverGot(reference);
        Assert.Equal(0, School.North.PostsAbout(reference));
    }

    [Theory]
    [InlineData("NULL")]
    [InlineData("due_at + 30 * 86400000")]
    public async Task A_due_time_that_somebody_altered_in_the_database_is_put_right_at_the_next_start(string altered)
    {
        var reference = await School.Teacher().ReportsAsync("A rude comment");
        await School.PassAsync(TimeSpan.FromMinutes(1));
        School.Tamper($"UPDATE cases SET due_at = {altered}");

        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromHours(4));

        await School.North.ShowsAsync($"{reference} {Waiting}");
    }

    [Fact]
    public async Task An_altered_due_time_is_put_right_without_a_start_within_a_day()
    {
        var reference = await School.Teacher().ReportsAsync("A rude comment");
        await School.PassAsync(TimeSpan.FromMinutes(1));
        School.Tamper("UPDATE cases SET due_at = NULL");
        await School.PassAsync(TimeSpan.FromDays(1));
        await School.North.ShowsAsync($"{reference} {Waiting}");
    }

    [Fact]
    public async Task Two_instances_on_one_database_remind_once()
    {
        await using var database = await ScratchDatabase.CreateAsync(Needs.Postgres());
        await using var trust = new School { Trust = Cast.TrustWithOfficeJson(), Database = database.ConnectionString };
        await trust.InitializeAsync();
        await using var second = await trust.OpenAsync();
        var reference = await trust.Teacher().ReportsAsync("A rude comment");
        await trust.PassAsync(TimeSpan.FromHours(4));
        await trust.PassAsync(TimeSpan.FromMinutes(1));
        await trust.North.ShowsAsync($"{reference} {Waiting}");
        await trust.PassAsync(TimeSpan.FromDays(1));
        await trust.PassAsync(TimeSpan.FromMinutes(1));
        await trust.InChat(Cast.Ruth).GetsAsync($"{reference} {Waiting}");
        Assert.Equal(1, trust.North.PostsAbout(Waiting));
        Assert.Equal(1, trust.InChat(Cast.Ruth).MessagesSaying(Waiting));
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
