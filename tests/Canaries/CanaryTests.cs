using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Canaries;

/// <summary>A report about those who lead: they neither read nor find it, nor do they learn that there is one.</summary>
public sealed class CanaryAboutLeadersTests
{
    public static TheoryData<string> Conflicts => [.. Conflict.Leaders.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Conflicts))]
    public Task Nothing_of_a_report_reaches_whom_it_is_about(string about) => CanarySweep.NothingReachesThemAsync(Conflict.Leaders[about]);
}

/// <summary>A report about somebody in another role that could have a part in it.</summary>
public sealed class CanaryAboutOthersTests
{
    public static TheoryData<string> Conflicts => [.. Conflict.Others.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Conflicts))]
    public Task Nothing_of_a_report_reaches_whom_it_is_about(string about) => CanarySweep.NothingReachesThemAsync(Conflict.Others[about]);
}

/// <summary>A report that is about them since the reporter changed it: from then on nothing reaches them, and nothing stands where they can read it.</summary>
public sealed class CanaryAfterAChangeTests
{
    public static TheoryData<string> Conflicts => [.. Conflict.Changed.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Conflicts))]
    public Task Nothing_of_a_report_reaches_whom_it_is_about(string about) => CanarySweep.NothingReachesThemAsync(Conflict.Changed[about]);

    [Fact]
    public async Task What_waits_for_somebody_who_removed_the_bot_never_comes_when_the_report_is_about_them_by_then()
    {
        await using var school = new School();
        await school.InitializeAsync();
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        await dina.SaysAsync("hello");
        await school.DeliverAsync(Sent.Installation(Cast.Dina, dina.Place, dina.ServiceUrl, "remove"));
        var reference = await priya.ReportsAsync(Canary.What, "A child may be at risk");
        await school.PassAsync(TimeSpan.Zero);
        await priya.PressesAsync("Change it", on: reference);
        await priya.PressesAsync("Change who");
        await priya.Picks("Who is it about (if they work or learn here)?", Cast.Dina).PressesAsync("Next");
        await priya.PressesAsync("Save the change");
        await school.InChat(Cast.Martin).GetsAsync($"{reference}: new report", Canary.What);

        await school.DeliverAsync(Sent.Installation(Cast.Dina, dina.Place, dina.ServiceUrl, "add"));
        await school.PassAsync(TimeSpan.FromMinutes(1));
        await dina.SaysAsync("hello");
        dina.NeverGot(Canary.What);
        dina.NeverGot(reference);
        Assert.DoesNotContain("This is no longer with you", string.Concat(new Reach(school, Cast.Dina).Sent(0)), StringComparison.Ordinal);
    }
}
