using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>When a child may be at risk, the safeguarding lead has the details and the channel has none.</summary>
public sealed class SafeguardingTests(School school) : IClassFixture<School>
{
    [Theory]
    [InlineData("Someone is in danger now", "someone is in danger now")]
    [InlineData("A child may be at risk", "a child may be at risk")]
    [InlineData("I am not sure", "was not sure")]
    public async Task No_detail_reaches_the_channel_at_any_step(string danger, string told)
    {
        var (priya, martin, dina) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place), school.InChat(Cast.Dina));
        var mark = danger.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reference = await priya.ReportsAsync($"Zorkmidian{mark} said it", danger, aboutOthers: $"Blivetine{mark}", account: $"Grufalinda{mark}");
        priya.Sees("If you have not spoken with the safeguarding lead yet", "01632 960 111", "no details");

        await dina.GetsAsync($"{reference}: safeguarding report", told, $"Zorkmidian{mark} said it", $"Blivetine{mark}", $"Grufalinda{mark}", priya.Member.Name);
        await school.North.ShowsAsync($"{reference}: new report", "A safeguarding report was made", "Please do not ask about it here");

        await martin.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged", "Martin Hughes");
        await martin.PressesAsync("Record outcome", on: reference);
        martin.Sees("Please write no names or details of a child here");
        await martin.RecordsAsync($"Wibblesome{mark}", on: reference);
        await school.North.ShowsAsync($"{reference}: closed", "Its words are not shown here");
        await martin.RefreshesAsync(reference);

        foreach (var canary in (string[])["Zorkmidian", "Blivetine", "Grufalinda", "Wibblesome", priya.Member.Name])
            school.North.NeverHeldOf(canary);
    }

    [Fact]
    public async Task The_Trusts_own_record_has_the_outcome_and_none_of_the_words()
    {
        var (priya, martin) = (school.Teacher(), school.InChat(Cast.Martin).In(school.North.Place));
        var reference = await priya.ReportsAsync("Something", "A child may be at risk");
        await martin.PressesAsync("Acknowledge", on: reference);
        await school.North.ShowsAsync($"{reference}: acknowledged");
        await martin.PressesAsync("Record outcome", on: reference);
        await martin.RecordsAsync("Flumpington", on: reference);

        var records = await school.Bot.Get<CaseStore>().ClaimAsync(school.Clock.GetUtcNow(), TimeSpan.Zero, 1000, graph: true);
        var record = Assert.Single(records, due => due.Delivery.Target == $"{reference}/record").Delivery.Payload;
        Assert.Contains("advice", record, StringComparison.Ordinal);
        Assert.DoesNotContain("Flumpington", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leads_card_can_be_drawn_again_by_the_lead_and_by_nobody_else()
    {
        var (priya, dina) = (school.Teacher(), school.InChat(Cast.Dina));
        var reference = await priya.ReportsAsync("Snorkelheim said it", "A child may be at risk");
        await dina.GetsAsync($"{reference}: safeguarding report");
        Assert.Contains("Snorkelheim", (await dina.RefreshesAsync(reference)).Card!.Text, StringComparison.Ordinal);

        var data = dina.Card.Refresh!.Value.GetProperty("action").GetProperty("data").GetRawText();
        foreach (var other in (Member[])[Cast.Martin, Cast.Helen, Cast.Sam, Cast.Jamie])
        {
            var answer = await school.DeliverAsync(school.InChat(other).Pressing("incident.view", System.Text.Json.Nodes.JsonNode.Parse(data), trigger: "automatic"));
            Assert.DoesNotContain("Snorkelheim", answer.Body, StringComparison.Ordinal);
        }
    }
}
