using System.Text.Json.Nodes;
using PolicyBot.Bot.People;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.People;

/// <summary>A Trust file with which a report would go astray is refused before the first message.</summary>
public sealed class TrustFileTests
{
    private const string Group = "00000000-0000-4000-8000-0000000000ff";

    [Theory]
    [InlineData("headteacher")]
    [InlineData("designatedSafeguardingLead")]
    [InlineData("chairOfGovernors")]
    public void A_role_of_an_academy_with_nothing_but_a_group_is_refused(string role)
    {
        var file = Good();
        file["academies"]![0]![role] = new JsonObject { ["group"] = Group };
        Assert.Contains("List the people", Refusal(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socialMediaManager")]
    [InlineData("chiefExecutive")]
    [InlineData("dataProtectionOfficer")]
    [InlineData("staff")]
    public void A_role_of_the_Trust_with_nothing_but_a_group_is_refused(string role)
    {
        var file = Good();
        file["roles"]![role] = new JsonObject { ["group"] = Group };
        Assert.Contains("List the people", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_one_and_the_same_whatever_their_capitals()
    {
        var trust = TrustFile.Parse(Good().ToJsonString().Replace(Cast.Dina.DirectoryId!, Cast.Dina.DirectoryId!.ToUpperInvariant(), StringComparison.Ordinal), "trust.json");
        Assert.Equal([Cast.Dina.DirectoryId], trust.FindAcademy("north")!.DesignatedSafeguardingLead.People);
        Assert.Equal(Cast.Dina.DirectoryId, trust.FindPerson(Cast.Dina.DirectoryId)!.Id);
    }

    [Fact]
    public void An_id_that_Teams_would_never_send_is_refused()
    {
        var file = Good();
        file["academies"]![0]!["slt"]!["people"]![0] = $"{{{Cast.Martin.DirectoryId}}}";
        Assert.Contains("is not an Entra object id", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_without_a_name_is_refused()
    {
        var file = Good();
        file["people"]![0]!["name"] = " ";
        Assert.Contains("has no name", Refusal(file), StringComparison.Ordinal);
    }

    private static JsonNode Good() => JsonNode.Parse(Cast.TrustJson())!;

    private static string Refusal(JsonNode file) => Assert.Throws<TrustFileException>(() => TrustFile.Parse(file.ToJsonString(), "trust.json")).Message;
}
