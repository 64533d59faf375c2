using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Somebody who looks after an account leaves: those who keep the register hear of it, once, and never the leaver alone.</summary>
public sealed class LeaversTests
{
    private const string Needs1 = "An account needs somebody new";
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Before_the_last_day_and_after_it_the_social_media_manager_is_told_once_each()
    {
        await using var school = await SchoolAsync(Cast.Teachers[0], person => person["leaves"] = "2026-12-18");
        var (priya, sam, nora) = (school.Teacher(), school.InChat(Cast.Sam), school.InChat(Cast.Nora));
        var reference = await sam.AddsAccountAsync("christmas", priya.Member);
        await school.PassAsync(Look);
        await sam.GetsAsync(Needs1, reference, "Priya Nair leads this account, and leaves on 18 December 2026.", "Please keep it to yourself.");
        await nora.GetsAsync(Needs1, reference);
        priya.NeverGot(Needs1);
        await sam.PressesAsync("Hand over this account", on: Needs1);
        sam.Sees("Who takes it over?");
        Assert.Equal(reference, sam.Card.Standing("Which account?"));
        await sam.SaysAsync("accounts");
        sam.Sees("Priya Nair, who leads it, leaves on 18 December 2026.");
        await sam.PressesAsync("Open it");
        await priya.SaysAsync("my accounts");
        await priya.PressesAsync("Open it");
        priya.DoesNotSee("leaves on");

        await school.RestartAsync();
        await school.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(1, sam.MessagesSaying(Needs1));
        await school.PassAsync(TimeSpan.FromDays(26));
        await sam.GetsAsync(Needs1, "Priya Nair leads this account, and is not in the directory any more.");
        Assert.Equal(2, sam.MessagesSaying(Needs1));
    }

    [Fact]
    public async Task Where_the_only_social_media_manager_leads_and_leaves_others_are_told_and_not_they()
    {
        var trust = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        trust["roles"]!["socialMediaManager"] = new JsonObject { ["people"] = new JsonArray(Cast.Sam.DirectoryId) };
        await using var school = await SchoolAsync(Cast.Sam, person => person["leaves"] = "2026-12-18", trust);
        var (sam, ruth) = (school.InChat(Cast.Sam), school.InChat(Cast.Ruth));
        var reference = await sam.AddsAccountAsync("sams_own", Cast.Sam);
        await school.PassAsync(Look);
        await ruth.GetsAsync(Needs1, reference, "Sam Keane leads this account");
        sam.NeverGot(Needs1);
        await sam.SaysAsync("accounts");
        sam.DoesNotSee("leaves on");
    }

    [Fact]
    public async Task Whoever_stays_is_no_matter_for_anybody()
    {
        await using var school = await SchoolAsync(Cast.Teachers[5], person => person["left"] = true);
        var (priya, sam) = (school.Teacher(), school.InChat(Cast.Sam));
        await sam.AddsAccountAsync("all_stay", priya.Member);
        await school.PassAsync(Look);
        await school.PassAsync(TimeSpan.FromDays(1));
        sam.NeverGot(Needs1);
    }

    [Fact]
    public async Task Two_instances_on_one_database_tell_once()
    {
        await using var database = await ScratchDatabase.CreateAsync(Needs.Postgres());
        await using var school = await SchoolAsync(Cast.Teachers[0], person => person["left"] = true, database: database.ConnectionString);
        await using var second = await school.OpenAsync();
        var (priya, sam) = (school.Teacher(), school.InChat(Cast.Sam));
        var reference = await sam.AddsAccountAsync("told_once", priya.Member);
        await school.PassAsync(Look);
        await sam.GetsAsync(Needs1, reference, "is not in the directory any more");
        await school.PassAsync(TimeSpan.FromDays(1));
        await school.PassAsync(Look);
        Assert.Equal(1, sam.MessagesSaying(Needs1));
        Assert.Equal(["account.added", "account.leavers_noticed"], await school.TrailOfAccountAsync(reference));
    }

    private static async Task<School> SchoolAsync(Member member, Action<JsonObject> says, JsonNode? trust = null, string? database = null)
    {
        var file = trust ?? JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        says(file["people"]!.AsArray().Select(person => person!.AsObject()).Single(person => person["id"]!.ToString() == member.DirectoryId));
        var school = new School { Trust = file.ToJsonString(), Database = database };
        await school.InitializeAsync();
        return school;
    }
}
