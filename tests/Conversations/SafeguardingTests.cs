using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Records;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>When a child may be at risk, the safeguarding lead has the details and the channel has nothing.</summary>
public sealed class SafeguardingTests(School school) : IClassFixture<School>
{
    [Theory]
    [InlineData("A child may be at risk", "a child may be at risk")]
    [InlineData("I am not sure", "was not sure")]
    public async Task The_lead_alone_gets_it_and_acts_on_it_and_the_channel_learns_nothing(string danger, string told)
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        var mark = danger.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reference = await priya.ReportsAsync($"Zorkmidian{mark} said it", danger, aboutOthers: $"Blivetine{mark}", account: $"Grufalinda{mark}");
        priya.Sees("If you have not spoken with the safeguarding lead yet", "01632 960 111", "It does not go to SLT's channel.");

        await dina.GetsAsync($"{reference}: new report", told, $"Zorkmidian{mark} said it", $"Blivetine{mark}", $"Grufalinda{mark}", priya.Member.Name);
        await dina.AcknowledgesAsync(reference);
        await priya.GetsAsync("Somebody has your report", "Dina Shaw took it on");
        await dina.PressesAsync("Record outcome", on: reference);
        dina.Sees("Please write no names or details of a child here");
        await dina.RecordsAsync($"Wibblesome{mark} was agreed", on: reference);
        await priya.GetsAsync("Your report is finished", reference);

        Assert.Equal(0, school.North.PostsAbout(reference));
        foreach (var leader in (Participant[])[school.InChat(Cast.Martin), school.InChat(Cast.Grace)])
            leader.NeverGot(reference);
    }

    [Fact]
    public async Task In_danger_the_channel_learns_that_there_is_danger_and_whom_to_speak_with()
    {
        var (priya, martin, dina) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place), school.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Zorkmidian said it", "Someone is in danger now", aboutOthers: "Blivetine", account: "Grufalinda");
        priya.Sees("SLT is told only that someone may be in danger");
        await dina.GetsAsync($"{reference}: new report", "someone is in danger now", "Zorkmidian said it");
        await school.North.ShowsAsync($"{reference}: someone may be in danger", "The safeguarding lead has been told and holds the details", "do not ask about it here");

        await dina.AcknowledgesAsync(reference);
        await school.North.ShowsAsync($"{reference}: someone may be in danger", "Acknowledged", "Dina Shaw");
        Assert.Contains("someone may be in danger", (await martin.RefreshesAsync(reference)).Card!.Text, StringComparison.Ordinal);
        await martin.SendsAsync(martin.Pressing("incident.acknowledge", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference }));
        martin.Sees("Only those who handle this can do that.").DoesNotSee("Zorkmidian");

        foreach (var canary in (string[])["Zorkmidian said it", "Blivetine", "Grufalinda", priya.Member.Name])
            school.North.NeverHeldOf(canary);
    }

    [Fact]
    public async Task The_Trusts_own_record_has_the_outcome_and_none_of_the_words()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Something", "A child may be at risk");
        await dina.AcknowledgesAsync(reference);
        await dina.PressesAsync("Record outcome", on: reference);
        await dina.RecordsAsync("Flumpington", on: reference);

        var records = await school.Bot.Get<CaseStore>().ClaimAsync(school.Clock.GetUtcNow(), TimeSpan.Zero, 1000, graph: true);
        Assert.Empty(Assert.Single(records, due => due.Delivery.Target == $"{reference}/record").Delivery.Payload.ToString());
        Assert.True(CaseReference.TryParse(reference, out var named));
        var incident = await school.Bot.Get<CaseStore>().Incidents.FindAsync(named, TestContext.Current.CancellationToken);
        var entry = IncidentRecord.Of(incident!, (await school.Bot.Get<IPeople>().LookAsync(TestContext.Current.CancellationToken)).Trust)!;
        Assert.True(entry.Restricted);
        var written = string.Join('\n', RecordColumns.All.Select(column => column.Value(entry)));
        Assert.Contains("advice", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Flumpington", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leads_card_can_be_drawn_again_by_the_lead_and_by_nobody_else()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Snorkelheim said it", "A child may be at risk");
        await dina.GetsAsync($"{reference}: new report");
        Assert.Contains("Snorkelheim", (await dina.RefreshesAsync(reference)).Card!.Text, StringComparison.Ordinal);

        var data = dina.Card.Refresh!.Value.GetProperty("action").GetProperty("data").GetRawText();
        foreach (var other in (Member[])[Cast.Martin, Cast.Helen, Cast.Sam, Cast.Jamie])
        {
            var answer = await school.DeliverAsync(school.InChat(other).Pressing("incident.view", System.Text.Json.Nodes.JsonNode.Parse(data), trigger: "automatic"));
            Assert.DoesNotContain("Snorkelheim", answer.Body, StringComparison.Ordinal);
        }
    }
}
