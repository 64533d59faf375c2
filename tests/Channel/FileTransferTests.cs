using System.Collections.Concurrent;
using PolicyBot.Bot.Channel;
using PolicyBot.Cases.Incidents;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Channel;

/// <summary>Files lie on SharePoint, whose addresses carry their own permission; pictures lie on the Connector.</summary>
public sealed class FileTransferTests
{
    [Fact(DisplayName = "OUT-04 A file's own address is called without Authorization, a picture on the Connector with it")]
    public async Task Only_the_connector_sees_the_token()
    {
        var seen = new ConcurrentQueue<(string Method, string? Authorization, string Range)>();
        await using var files = await FakeServer.StartAsync(async context =>
        {
            seen.Enqueue((context.Request.Method, context.Request.Headers.Authorization.FirstOrDefault(), context.Request.Headers.ContentRange.ToString()));
            await context.Response.Body.WriteAsync("bytes"u8.ToArray(), context.RequestAborted);
        });
        await using var rig = await ChannelRig.StartAsync();
        rig.World.Map("trust-my.sharepoint.com", files.Address).Map("smba.trafficmanager.net", files.Address);
        var transfer = rig.Get<FileTransfer>();

        foreach (var (address, picture) in ((string, bool)[])
            [("https://trust-my.sharepoint.com/download/1", false), ("https://smba.trafficmanager.net/emea/v3/attachments/1/views/original", true)])
            Assert.Equal("bytes"u8.ToArray(), Assert.IsType<Download.Received>(await DownloadAsync(transfer, address, picture)).Bytes);
        Assert.True(await transfer.UploadAsync("https://trust-my.sharepoint.com/upload/1", "12345"u8.ToArray(), TestContext.Current.CancellationToken));

        Assert.Equal([("GET", null, ""), ("GET", "Bearer token-1", ""), ("PUT", null, "bytes 0-4/5")], seen);
    }

    [Theory(DisplayName = "OUT-04 A file address that is not SharePoint's is not called at all")]
    [InlineData("https://evil.test/file")]
    [InlineData("http://trust-my.sharepoint.com/file")]
    [InlineData("https://trust-my.sharepoint.com.evil.test/file")]
    [InlineData("https://evilsharepoint.com/file")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/latest")]
    public async Task Foreign_file_addresses_are_left_alone(string address)
    {
        await using var rig = await ChannelRig.StartAsync();
        var transfer = rig.Get<FileTransfer>();
        foreach (var picture in (bool[])[false, true])
            Assert.Equal(new Download.Refused(EvidenceFault.Elsewhere), await DownloadAsync(transfer, address, picture));
        Assert.False(await transfer.UploadAsync(address, "12345"u8.ToArray(), TestContext.Current.CancellationToken));
        Assert.Empty(rig.World.Asked);
    }

    [Fact(DisplayName = "OUT-04 Where an administrator named the Trust's hosts, a file of another tenant is not called")]
    public async Task Another_tenants_files_are_left_alone()
    {
        await using var rig = await ChannelRig.StartAsync(("Bot:FileHosts:0", "trust-my.sharepoint.com"));
        Assert.Equal(new Download.Refused(EvidenceFault.Elsewhere), await DownloadAsync(rig.Get<FileTransfer>(), "https://other-my.sharepoint.com/download/1", picture: false));
        Assert.Empty(rig.World.Asked);
    }

    private static Task<Download> DownloadAsync(FileTransfer transfer, string address, bool picture) =>
        transfer.DownloadAsync(address, picture, 100, TestContext.Current.CancellationToken);
}
