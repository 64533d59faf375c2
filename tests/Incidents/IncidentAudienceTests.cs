using PolicyBot.Bot.People;
using PolicyBot.Cases.Incidents;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Incidents;

/// <summary>A report must not be posted where somebody whom it names reads along.</summary>
public sealed class IncidentAudienceTests
{
    [Theory]
    [InlineData(Cast.SouthChannel, Cast.NorthChannel)]
    [InlineData("19:south@thread.tacv2", "19:north@thread.tacv2")]
    public void Academies_that_share_a_channel_or_a_team_share_its_readers(string own, string shared)
    {
        var trust = TrustFile.Parse(Cast.TrustJson().Replace(own, shared, StringComparison.Ordinal), "trust.json");

        var audience = IncidentAudience.Of(Route.Other, [Cast.Helen.DirectoryId!], trust.FindAcademy("north")!, trust);

        Assert.False(audience.InChannel);
        Assert.Equal([Cast.Martin.DirectoryId!], audience.Handlers);
    }

    [Fact]
    public void A_leader_of_another_academy_does_not_read_this_ones_channel()
    {
        var trust = TrustFile.Parse(Cast.TrustJson(), "trust.json");

        Assert.True(IncidentAudience.Of(Route.Other, [Cast.Helen.DirectoryId!], trust.FindAcademy("north")!, trust).InChannel);
    }
}
