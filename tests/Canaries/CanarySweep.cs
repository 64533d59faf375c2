using PolicyBot.Cases.Incidents;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Canaries;

/// <summary>
/// Reports of every route about the same people: a canary in everything that is typed about them, from the report to its end, and none of it in anything
/// that these people can reach, nor a reference.
/// </summary>
internal static class CanarySweep
{
    public static async Task NothingReachesThemAsync(Conflict conflict)
    {
        await using var school = new School { Trust = conflict.Trust };
        await school.InitializeAsync();
        var colleague = school.Teacher();
        var decoy = await school.Teacher().ReportsAsync("Nothing to hide", account: Canary.AccountOfAnother);

        CanaryCase[] cases = [.. Enum.GetValues<Route>().Select(route => new CanaryCase(school, route, school.Teacher(), colleague, conflict))];
        foreach (var each in cases)
            await each.ReportAsync();
        foreach (var hours in (double[])[4, 20, 48])
            await school.PassAsync(TimeSpan.FromHours(hours));
        var from = 0;
        if (conflict.Before is not null)
        {
            foreach (var each in cases)
                await each.ChangeAsync();
            await school.PassAsync(TimeSpan.FromMinutes(1));
            from = school.Teams.Calls.Count;
        }
        foreach (var each in cases)
            await each.HandleAsync();
        await school.PassAsync(TimeSpan.FromHours(24));
        foreach (var each in cases)
            await each.EndAsync();
        await school.PassAsync(TimeSpan.FromMinutes(1));

        for (var number = 0; number < conflict.About.Length; number++)
            await FindsNothingAsync(school, conflict.About[number], cases, decoy, from, (number, conflict.About.Length));
    }

    private static async Task FindsNothingAsync(School school, Member member, CanaryCase[] cases, string decoy, int from, (int Number, int Of) share)
    {
        var reach = new Reach(school, member);
        // Of several, each presses for their share of the cases: it is the same for all of them, and there are a hundred presses for a case.
        foreach (var each in cases.Where((_, number) => number % share.Of == share.Number))
            await reach.TriesAsync(each.Reference);
        var answers = await reach.ListsAsync(decoy);
        await school.PassAsync(TimeSpan.FromMinutes(1));

        foreach (var text in (IEnumerable<string>)[.. reach.Sent(from), .. reach.Standing(), .. answers])
            foreach (var word in (IEnumerable<string>)[.. Canary.All, .. cases.SelectMany(each => (string[])[each.Reference, each.ReporterName])])
                Assert.False(text.Contains(word, StringComparison.Ordinal), $"{member.Name} can read {word} in {text}");
    }
}
