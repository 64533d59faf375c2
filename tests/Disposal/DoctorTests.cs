using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Bot.Commands;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Disposal;

/// <summary><c>doctor</c>: what would keep a report from its way, before a report comes.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task Each_recipient_that_is_missing_is_named_with_what_to_do()
    {
        var (code, said) = await RunAsync(Cast.TrustWithOfficeJson());
        Assert.Equal(1, code);
        Assert.Contains("FAILURE  South Academy: chair of governors, for an allegation about the headteacher: nobody", said, StringComparison.Ordinal);
        Assert.Contains("Name somebody under academies, south: chairOfGovernors in trust.json.", said, StringComparison.Ordinal);
        Assert.Contains("WARNING  The Trust: external route", said, StringComparison.Ordinal);
        Assert.Contains("ok       North Academy: safeguarding lead, for a child at risk: Dina Shaw", said, StringComparison.Ordinal);
        Assert.Contains("ok       The policy folder: Social Media", said, StringComparison.Ordinal);
        Assert.Contains("ok       The database: can be read and written", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("headteacher")]
    [InlineData("chairOfGovernors")]
    public async Task A_role_taken_out_of_a_whole_Trust_is_a_failure(string role)
    {
        var trust = Whole();
        Assert.Equal(0, (await RunAsync(trust.ToJsonString())).Code);
        trust["academies"]![0]!.AsObject().Remove(role);
        var (code, said) = await RunAsync(trust.ToJsonString());
        Assert.Equal((1, true), (code, said.Contains($"academies, north: {role}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("chiefExecutive")]
    [InlineData("dataProtectionOfficer")]
    public async Task So_is_one_of_the_Trusts_office(string role)
    {
        var trust = Whole();
        trust["roles"]!.AsObject().Remove(role);
        var (code, said) = await RunAsync(trust.ToJsonString());
        Assert.Equal((1, true), (code, said.Contains($"roles.{role}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_Trust_file_that_cannot_be_read_is_a_failure_and_so_is_a_database_that_was_never_opened()
    {
        await using var memory = await Memory.UnopenedAsync(Engine.Sqlite);
        using var run = new CommandRun("{");
        Assert.Equal(1, await Doctor.RunAsync([], run.Settings(memory), run.Output, run.Errors));
        Assert.Contains("FAILURE  trust.json", run.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains("FAILURE  The database: cannot be written", run.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_read_it_as_JSON()
    {
        var (code, said) = await RunAsync(Whole().ToJsonString(), "--json");
        Assert.Equal(0, code);
        Assert.All(JsonElement.Parse(said).EnumerateArray(), finding => Assert.NotEqual("Failure", finding.GetProperty("severity").GetString()));
    }

    private static async Task<(int Code, string Said)> RunAsync(string trust, params string[] args)
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        using var run = new CommandRun(trust);
        return (await Doctor.RunAsync(args, run.Settings(memory), run.Output, run.Errors), run.Output.ToString());
    }

    private static JsonObject Whole()
    {
        var trust = JsonNode.Parse(Cast.TrustWithOfficeJson())!.AsObject();
        trust["academies"]![1]!["chairOfGovernors"] = new JsonObject { ["people"] = new JsonArray(Cast.Farah.DirectoryId) };
        return trust;
    }
}
