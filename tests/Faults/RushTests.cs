using System.Net;
using System.Text.Json.Nodes;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Faults;

/// <summary>Everybody at once: 50 reports, then 2,000 presses by several leaders on 20 of them. Nothing is lost, and of each step there is one winner.</summary>
public sealed class RushTests
{
    private const int Reports = 50;
    private const int Cases = 20;
    private const int Presses = 2000;
    private const int Looks = 100;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite()
    {
        await using var school = new School { Trust = Cast.TrustWithOfficeJson() };
        await school.InitializeAsync();
        await RushAsync(school, [school.Bot]);
        await EveryoneLooksAsync(school, [school.Bot]);
    }

    [Fact]
    public async Task On_PostgreSQL_with_two_instances()
    {
        await using var database = await ScratchDatabase.CreateAsync(Needs.Postgres());
        await using var school = new School { Trust = Cast.TrustWithOfficeJson(), Database = database.ConnectionString };
        await school.InitializeAsync();
        await using var second = await school.OpenAsync();
        await RushAsync(school, [school.Bot, second]);
        await EveryoneLooksAsync(school, [school.Bot, second]);
    }

    private static async Task RushAsync(School school, BotHost[] bots)
    {
        var submits = new List<JsonObject>();
        for (var number = 0; number < Reports; number++)
            submits.Add(await SubmitOfAsync(school, number));
        var answers = await Task.WhenAll(submits.Select((submit, number) => school.DeliverAsync(submit, bots[number % bots.Length])));
        Assert.All(answers, answer => Assert.Contains("Your report is saved", answer.Card!.Text, StringComparison.Ordinal));

        var store = school.Bot.Get<CaseStore>();
        var opened = await store.Incidents.AllAsync(Ended);
        Assert.Equal(Enumerable.Range(1, Reports), opened.Select(incident => incident.Reference.Number));
        Assert.Equal(Reports, opened.Select(incident => incident.Report.WhatHappened).Distinct(StringComparer.Ordinal).Count());

        var presses = await Task.WhenAll(Enumerable.Range(0, Presses)
            .Select(number => PressAsync(school, bots[number % bots.Length], opened[number % Cases], number)));
        Assert.All(presses, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));

        // The rush may have asked to close a case before anybody had taken it on; whoever comes after the rush can.
        foreach (var incident in opened.Take(Cases))
            await PressAsync(school, bots[0], incident, 1 + 2 * Cases);
        foreach (var incident in (await store.Incidents.AllAsync(Ended)).Take(Cases))
        {
            var trail = await store.TrailOfAsync(incident.Reference, Ended);
            Assert.Equal(["incident.reported", "incident.acknowledged", "incident.closed"], trail.Select(entry => entry.Type));
            Assert.Equal((incident.Acknowledged!.By.Id, incident.Outcome!.By.Id), (trail[1].Actor, trail[2].Actor));
        }
        var archive = new CaseArchive(Database.For(school.ConnectionString));
        Assert.Empty((await archive.AllAsync(Ended)).SelectMany(stored => stored.Faults));
        Assert.Empty(await archive.GapsAsync(Ended));
    }

    /// <summary>Not one of many changes to the same case is in vain: each finds the case as the one before left it.</summary>
    private static async Task EveryoneLooksAsync(School school, BotHost[] bots)
    {
        var reporter = school.Teacher();
        await reporter.ReachesReviewAsync("Told in confidence");
        await reporter.Chooses("Your name", "Keep my name confidential").PressesAsync("Submit");
        var data = new JsonObject { ["ref"] = reporter.Reference };
        var answers = await Task.WhenAll(Enumerable.Range(0, Looks).Select(number => school.DeliverAsync(
            school.InChat(number % 3 == 0 ? Cast.Grace : Cast.Martin).In(school.North.Place).Pressing("incident.reveal", data.DeepClone().AsObject()), bots[number % bots.Length])));
        Assert.All(answers, answer => Assert.Contains("It is recorded that you looked.", answer.Body, StringComparison.Ordinal));

        Assert.True(CaseReference.TryParse(reporter.Reference, out var reference));
        var trail = await school.Bot.Get<CaseStore>().TrailOfAsync(reference, Ended);
        Assert.Equal(Looks, trail.Count(entry => entry.Type == "incident.revealed"));
    }

    /// <summary>The last press of a report's way, not yet sent.</summary>
    private static async Task<JsonObject> SubmitOfAsync(School school, int number)
    {
        var member = new Member(Cast.Teachers[number % Cast.Teachers.Length].DirectoryId, $"Reporter {number}");
        var reporter = new Participant(school, member, new Place($"a:rush-{number}", "personal"));
        await reporter.ReachesReviewAsync($"Seen by reporter {number}");
        return await reporter.PressingAsync("Submit");
    }

    // Each of the leaders presses one and the other, so that every case is wanted by both at the same moment.
    private static Task<Answer> PressAsync(School school, BotHost bot, Incident incident, int number)
    {
        var leader = school.InChat(number % 3 == 0 ? Cast.Grace : Cast.Martin).In(school.North.Place);
        var data = new JsonObject { ["ref"] = incident.Reference.ToString() };
        if (number / Cases % 2 == 0)
            return school.DeliverAsync(leader.Pressing("incident.acknowledge", data), bot);
        (data["result"], data["reason"], data["referrals"]) = ("advice", $"Reason {number}", "hr");
        return school.DeliverAsync(leader.Pressing("incident.close", data), bot);
    }
}
