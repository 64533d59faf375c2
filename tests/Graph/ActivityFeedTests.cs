using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Bot.Graph;
using PolicyBot.Cases;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Graph;

/// <summary>What the manifest declares and what the code asks for are one.</summary>
public sealed class ActivityFeedTests
{
    [Fact]
    public void The_manifest_declares_each_kind_and_no_other()
    {
        var declared = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "manifest", "manifest.json"))).GetProperty("activities").GetProperty("activityTypes").EnumerateArray().ToList();
        Assert.Equal(Enum.GetValues<FeedKind>().Select(ActivityFeed.TypeOf).Order(StringComparer.Ordinal), declared.Select(type => type.GetProperty("type").GetString()).Order(StringComparer.Ordinal));
        Assert.All(declared, type => Assert.Contains("{reference}", type.GetProperty("templateText").GetString(), StringComparison.Ordinal));
        Assert.DoesNotContain(declared, type => type.GetProperty("type").GetString() == ActivityFeed.ProbeType);
    }

    [Fact]
    public void The_permission_that_it_takes_comes_with_the_app()
    {
        var permissions = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "manifest", "manifest.json"))).GetProperty("authorization").GetProperty("permissions").GetProperty("resourceSpecific");
        Assert.Equal("TeamsActivity.Send.User", Assert.Single(permissions.EnumerateArray().ToList()).GetProperty("name").GetString());
    }

    [Fact]
    public void Each_case_has_a_chain_of_its_own_that_JSON_carries_whole()
    {
        var references =
            from kind in Gen.Elements("INC", "QST", "OPN", "ACC", "CMT", "HOV", "RLS", "AAA", "ZZZ")
            from year in Gen.Choose(2020, 2099)
            from number in Gen.Choose(1, 9_999_999)
            select new CaseReference(kind, year, number);
        Prop.ForAll(references.Two().ToArbitrary(), pair => (ActivityFeed.ChainOf(pair.Item1) == ActivityFeed.ChainOf(pair.Item2)) == (pair.Item1 == pair.Item2) && ActivityFeed.ChainOf(pair.Item1) is > 0 and < 1L << 53)
            .Check(Properties.Of(2000));
    }
}
