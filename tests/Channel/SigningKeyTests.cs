using PolicyBot.Bot.Channel;

namespace PolicyBot.Tests.Channel;

/// <summary>Keys rotate at any time, and the place that announces them can be down.</summary>
public sealed class SigningKeyTests
{
    [Fact(DisplayName = "AUTH-08 A new key is fetched at once; invented key ids cause one fetch in five minutes")]
    public async Task Unknown_keys_are_looked_up_but_not_at_will()
    {
        await using var rig = await ChannelRig.StartAsync();
        await rig.ReceiveAsync(rig.GoodToken);
        await rig.ReceiveAsync(rig.GoodToken);
        Assert.Equal(1, rig.OpenId.Fetches);

        rig.OpenId.AddKey("key-2", "msteams");
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync(rig.GoodToken with { KeyId = "key-2" }));
        Assert.Equal(2, rig.OpenId.Fetches);

        for (var i = 0; i < 20; i++)
            Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { KeyId = $"invented-{i}" }));
        Assert.Equal(2, rig.OpenId.Fetches);

        rig.Time.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 20; i++)
            Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync(rig.GoodToken with { KeyId = $"invented-{i}" }));
        Assert.Equal(3, rig.OpenId.Fetches);
    }

    [Fact(DisplayName = "AUTH-08 A hundred first messages at once share one fetch")]
    public async Task A_cold_start_fetches_once()
    {
        await using var rig = await ChannelRig.StartAsync();
        var header = $"Bearer {rig.OpenId.Mint(rig.GoodToken)}";
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => rig.ReceiveAsync(header))));
        Assert.All(verdicts, verdict => Assert.Equal(AuthVerdict.Accepted, verdict));
        Assert.Equal(1, rig.OpenId.Fetches);
    }

    [Fact(DisplayName = "AUTH-08 Keys are fetched again after a day, and a withdrawn key stops working")]
    public async Task Keys_are_renewed_daily()
    {
        await using var rig = await ChannelRig.StartAsync();
        await rig.ReceiveAsync(rig.GoodToken);
        var withdrawn = rig.OpenId.Mint(rig.GoodToken with { Expires = rig.Time.GetUtcNow().AddDays(2) });
        rig.OpenId.RemoveKey("key-1");
        rig.OpenId.AddKey("key-2", "msteams");

        rig.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(AuthVerdict.Rejected, await rig.ReceiveAsync($"Bearer {withdrawn}"));
    }

    [Fact(DisplayName = "AUTH-09 Without keys the channel is asked to come again; a known key serves while they cannot be fetched")]
    public async Task A_failing_key_server_loses_no_message()
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.OpenId.Fails = true;
        Assert.Equal(AuthVerdict.Unavailable, await rig.ReceiveAsync(rig.GoodToken));

        rig.OpenId.Fails = false;
        rig.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync(rig.GoodToken));

        rig.OpenId.Fails = true;
        rig.Time.Advance(TimeSpan.FromHours(30));
        Assert.Equal(AuthVerdict.Accepted, await rig.ReceiveAsync(rig.GoodToken));
        Assert.Equal(AuthVerdict.Unavailable, await rig.ReceiveAsync(rig.GoodToken with { KeyId = "perhaps-new" }));
    }
}
