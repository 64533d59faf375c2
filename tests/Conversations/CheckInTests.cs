using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Leads are asked whether all is well on their account, and what nobody answers goes up the line. It is Monday, 09:30; people have eight working hours.</summary>
public sealed class CheckInTests : IAsyncLifetime
{
    private const string Asks = "Is all well on this account?";
    private readonly OfficeSchool office = new();

    private School School => office.School;

    [Fact]
    public async Task A_week_later_the_lead_is_asked_and_says_that_all_is_well()
    {
        var priya = School.Teacher();
        var reference = await office.Sam.AddsAccountAsync("all_is_well", priya.Member);
        await School.PassAsync(TimeSpan.FromDays(6));
        priya.NeverGot(Asks);
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromDays(1));
        await priya.GetsAsync(Asks, reference, "Please take a short look");
        await priya.PressesAsync("All well", on: Asks);
        priya.Sees("Thank you. It is noted.");
        await priya.GetsAsync($"{priya.Member.Name}, Monday 30 November 2026", "all well.");
        await School.PassAsync(TimeSpan.FromDays(2));
        office.Sam.NeverGot(Asks);
        Assert.Equal(["account.added", "account.check_in_asked", "account.checked_in"], await School.TrailOfAccountAsync(reference));
        await School.PassAsync(TimeSpan.FromDays(5));
        await priya.GetsAsync(Asks, reference);
    }

    [Fact]
    public async Task Where_something_came_in_the_lead_is_shown_the_way()
    {
        var priya = School.Teacher();
        await office.Sam.AddsAccountAsync("something_came", priya.Member);
        await School.PassAsync(TimeSpan.FromDays(7));
        await priya.GetsAsync(Asks);
        await priya.PressesAsync("Something came in", on: Asks);
        priya.Sees("has to be answered in time");
        await priya.GetsAsync("something came in.", "has to be answered in time");
        await priya.PressesAsync("Report something", on: "has to be answered in time");
    }

    [Fact]
    public async Task Whoever_cannot_look_is_replaced_by_the_deputy_at_once()
    {
        var (priya, tom) = (School.Teacher(), School.Teacher());
        var reference = await WithDeputyAsync("cannot_look", priya, tom);
        await School.PassAsync(TimeSpan.FromDays(7));
        await priya.GetsAsync(Asks);
        var late = await priya.PressingAsync("All well", on: Asks);
        await priya.PressesAsync("I cannot look", on: Asks);
        priya.Sees($"Thank you for saying so. {tom.Member.Name} is asked now.");
        await tom.GetsAsync(Asks, $"{priya.Member.Name} has not been able to look.");
        await tom.PressesAsync("All well", on: Asks);
        await priya.GetsAsync($"{tom.Member.Name}, Monday 30 November 2026", "all well.");
        await priya.SendsAsync(late);
        priya.Sees($"{tom.Member.Name}, Monday 30 November 2026");
        Assert.Equal("account.checked_in", (await School.TrailOfAccountAsync(reference)).Last());
    }

    [Fact]
    public async Task What_nobody_answers_goes_up_the_line_each_once_also_over_a_restart()
    {
        var (sam, nora, martin, ruth, priya, tom) = (office.Sam, office.Nora, School.InChat(Cast.Martin), School.InChat(Cast.Ruth), School.Teacher(), School.Teacher());
        var reference = await WithDeputyAsync("up_the_line", priya, tom);
        await School.PassAsync(TimeSpan.FromDays(7));
        await priya.GetsAsync(Asks, reference);
        await School.PassAsync(TimeSpan.FromDays(1));
        await tom.GetsAsync(Asks, reference);
        sam.NeverGot(Asks);
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromDays(1));
        await sam.GetsAsync(Asks, "Nobody has looked yet.", $"{priya.Member.Name}, {tom.Member.Name} had it before you.");
        await nora.GetsAsync(Asks, reference);
        await School.PassAsync(TimeSpan.FromDays(1));
        await martin.GetsAsync(Asks, reference);
        await School.PassAsync(TimeSpan.FromDays(1));
        await ruth.GetsAsync(Asks, reference);
        Assert.Equal([1, 1, 1, 1, 1, 1], ((Participant[])[priya, tom, sam, nora, martin, ruth]).Select(person => person.MessagesSaying(Asks)));

        await ruth.PressesAsync("All well", on: Asks);
        foreach (var person in (Participant[])[priya, tom, sam, nora, martin])
            await person.GetsAsync("Ruth Calder, Friday 4 December 2026", "all well.");
    }

    [Fact]
    public async Task Two_instances_on_one_database_ask_once()
    {
        await using var database = await ScratchDatabase.CreateAsync(Needs.Postgres());
        await using var school = new School { Trust = Cast.TrustWithOfficeJson(), Database = database.ConnectionString };
        await school.InitializeAsync();
        await using var second = await school.OpenAsync();
        var priya = school.Teacher();
        var reference = await school.InChat(Cast.Sam).AddsAccountAsync("asked_once", priya.Member);
        await school.PassAsync(TimeSpan.FromDays(7));
        await priya.GetsAsync(Asks, reference);
        await school.PassAsync(TimeSpan.FromDays(1));
        await school.PassAsync(TimeSpan.FromMinutes(1));
        await school.InChat(Cast.Sam).GetsAsync(Asks, reference);
        Assert.Equal((1, 1, 1), (priya.MessagesSaying(Asks), school.InChat(Cast.Sam).MessagesSaying(Asks), school.InChat(Cast.Nora).MessagesSaying(Asks)));
        Assert.Equal(["account.added", "account.check_in_asked", "account.check_in_passed_on"], await school.TrailOfAccountAsync(reference));
    }

    private async Task<string> WithDeputyAsync(string handle, Participant lead, Participant deputy)
    {
        var sam = office.Sam;
        var reference = await sam.AddsAccountAsync(handle, lead.Member);
        await sam.PressesAsync("Change who has it", on: reference);
        await sam.Picks("Who is the deputy (if there is one)?", deputy.Member).PressesAsync("Save", on: reference);
        return reference;
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
