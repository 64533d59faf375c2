using PolicyBot.Cases.Incidents;
using StorageSample = PolicyBot.Tests.Storage.Sample;

namespace PolicyBot.Tests.Incidents;

/// <summary>The same account is recognised however people wrote it.</summary>
public sealed class SeenAccountTests
{
    [Theory]
    [InlineData("@North_Gossip", "north_gossip", true)]
    [InlineData(" north_gossip/ ", "https://www.instagram.com/North_Gossip/?hl=en", true)]
    [InlineData("https://m.tiktok.com/@north_gossip", "@north_gossip", true)]
    [InlineData("https://www.facebook.com/groups/12345?ref=share", "https://facebook.com/groups/12345/", true)]
    [InlineData("https://facebook.com/groups/12345", "https://facebook.com/groups/67890", false)]
    [InlineData("North Parents  (unofficial)", "north parents (unofficial)", true)]
    [InlineData("north_gossip", "north_gossip2", false)]
    [InlineData("", " ", false)]
    [InlineData("javascript://x", "javascript://x", false)]
    public void One_account_or_two(string one, string other, bool same) =>
        Assert.Equal(same, SeenAccount.NamesIn(Report(one)).Overlaps(SeenAccount.NamesIn(Report(other))));

    [Fact]
    public void A_handle_on_another_platform_is_another_account() =>
        Assert.False(SeenAccount.NamesIn(Report("@north")).Overlaps(SeenAccount.NamesIn(Report("@north") with { Platform = "tiktok" })));

    [Fact]
    public void A_link_to_the_same_post_counts_as_well() =>
        Assert.True(SeenAccount.NamesIn(Report("", "https://www.facebook.com/x/posts/1?a=b")).Overlaps(SeenAccount.NamesIn(Report("", "https://facebook.com/x/posts/1"))));

    private static Report Report(string account, string? link = null) => StorageSample.Report with { Account = account, Link = link };
}
