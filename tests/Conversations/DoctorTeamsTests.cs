using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>The doctor tries what Teams lets the bot do: each SLT's channel, who else reads there, and everybody with a role. Nobody sees anything of it.</summary>
public sealed class DoctorTeamsTests : IAsyncLifetime
{
    private readonly School school = new() { Trust = Cast.TrustWithOfficeJson() };

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Before_anybody_has_written_it_says_so()
    {
        var findings = await ExamineAsync();
        Assert.Contains("Warning Channels and people in Teams: not tried: nobody has written to the bot yet, so it does not know where the Trust's Teams is", findings, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_channel_without_the_bot_one_with_others_in_it_and_somebody_without_the_app_are_named()
    {
        await school.Teacher().SaysAsync("hello");
        foreach (var member in (Member[])[Cast.Martin, Cast.Grace, Cast.Teachers[3]])
            school.Teams.AddMember(Cast.NorthChannel, new JsonObject { ["id"] = member.TeamsId, ["aadObjectId"] = member.DirectoryId });
        school.Teams.Misbehave = call => call.Segments is ["conversations"] && call.Body!.Value.GetRawText().Contains(Cast.Dina.DirectoryId!, StringComparison.Ordinal) ? Fault.Coded(403, "BotNotInConversationRoster") : null;
        var before = school.Teams.AllMessages.Count;
        var findings = await ExamineAsync();
        Assert.Contains("Warning North Academy: SLT's channel: 1 of the 3 people in it are not of the SLT in trust.json: they read every report that is posted there, and can do nothing with it", findings, StringComparer.Ordinal);
        Assert.Contains("Failure South Academy: SLT's channel: the bot is not in it, or it is not there (404 ConversationNotFound)", findings, StringComparer.Ordinal);
        Assert.Contains("Failure Writing to Dina Shaw: Teams does not let the bot write to them (403 BotNotInConversationRoster)", findings, StringComparer.Ordinal);
        Assert.Contains("Fine Writing to Martin Hughes: can be written to", findings, StringComparer.Ordinal);
        Assert.Equal(before, school.Teams.AllMessages.Count);

        school.Teams.AddMember(Cast.SouthChannel, new JsonObject { ["id"] = Cast.Helen.TeamsId, ["aadObjectId"] = Cast.Helen.DirectoryId });
        Assert.Contains("Fine South Academy: SLT's channel: the bot is in it, and nobody but the SLT", await ExamineAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Where_Teams_does_not_answer_nothing_is_said_to_be_wrong()
    {
        await school.Teacher().SaysAsync("hello");
        school.Teams.Misbehave = _ => Fault.Gateway(503);
        var findings = await ExamineAsync();
        Assert.Contains(findings, finding => finding.StartsWith("Warning North Academy: SLT's channel: Teams gave no answer", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.StartsWith("Failure Writing", StringComparison.Ordinal));
        school.Teams.Misbehave = _ => null;
    }

    [Fact]
    public async Task Who_is_told_of_a_secret_that_ends_is_asked_for()
    {
        Assert.Contains("Warning Who is told when a secret ends: nobody", await ExamineAsync(), StringComparer.Ordinal);
    }

    private async Task<List<string>> ExamineAsync()
    {
        using StringWriter output = new(), errors = new();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(school.AllSettings).AddInMemoryCollection([new("ENVIRONMENT", "Development")]).Build();
        await Doctor.RunAsync(["--json"], configuration, output, errors);
        return
        [
            .. JsonElement.Parse(output.ToString()).EnumerateArray()
                .Select(finding => $"{finding.GetProperty("severity").GetString()} {finding.GetProperty("tried").GetString()}: {finding.GetProperty("came").GetString()}"),
        ];
    }
}
