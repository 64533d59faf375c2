using PolicyBot.Bot.Clocks;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A secret that ends soon: whoever looks after the bot hears of it once a week.</summary>
public sealed class ExpiryTests
{
    [Fact]
    public async Task The_administrator_is_told_once_a_week_until_it_is_renewed()
    {
        var trust = System.Text.Json.Nodes.JsonNode.Parse(Cast.TrustJson())!;
        trust["roles"]!["administrator"] = new System.Text.Json.Nodes.JsonObject { ["people"] = new System.Text.Json.Nodes.JsonArray(Cast.Jamie.DirectoryId) };
        await using var school = new School { Trust = trust.ToJsonString() };
        await school.InitializeAsync();
        var (jamie, sam) = (school.InChat(Cast.Jamie), school.InChat(Cast.Sam));
        await sam.SaysAsync("help"); // the bot knows where the tenant is served
        var ends = new DateOnly(2026, 12, 14);
        school.Bot.Get<Microsoft.Extensions.Options.IOptions<PolicyBot.Bot.Channel.BotOptions>>().Value.ClientSecret = "a-secret";
        school.Bot.Get<Microsoft.Extensions.Options.IOptions<PolicyBot.Bot.Channel.BotOptions>>().Value.ClientSecretExpires = ends;
        var watch = school.Bot.Get<ExpiryWatch>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => watch.LookAsync(TestContext.Current.CancellationToken)));
        await jamie.GetsAsync("A secret of mine ends soon", "Bot:ClientSecret", "ends on 14 December 2026");
        foreach (var day in Enumerable.Range(1, 6)) // Monday to Sunday
            await PassDayAsync(school);
        Assert.Equal(1, jamie.MessagesSaying("A secret of mine ends soon"));
        await PassDayAsync(school);
        await school.Teams.WaitForAsync(_ => jamie.MessagesSaying("A secret of mine ends soon") == 2, TestContext.Current.CancellationToken);
        sam.NeverGot("A secret of mine");
        jamie.NeverGot("a-secret");
    }

    private static async Task PassDayAsync(School school)
    {
        await school.PassAsync(TimeSpan.FromDays(1));
        await school.Bot.Get<ExpiryWatch>().LookAsync(TestContext.Current.CancellationToken);
        await school.PassAsync(TimeSpan.FromSeconds(2));
    }
}
