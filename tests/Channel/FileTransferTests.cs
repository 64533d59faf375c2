using System.Collections.Concurrent;
using System.Text.Json;
using PolicyBot.Bot.Channel;
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

        var picture = new Attachment { ContentType = "image/png", ContentUrl = "https://smba.trafficmanager.net/emea/v3/attachments/1/views/original" };
        Assert.Equal("bytes"u8.ToArray(), await transfer.DownloadAsync(File("https://trust-my.sharepoint.com/download/1"), TestContext.Current.CancellationToken));
        Assert.Equal("bytes"u8.ToArray(), await transfer.DownloadAsync(picture, TestContext.Current.CancellationToken));
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
        Assert.Null(await transfer.DownloadAsync(File(address), TestContext.Current.CancellationToken));
        Assert.Null(await transfer.DownloadAsync(new() { ContentType = "image/png", ContentUrl = address }, TestContext.Current.CancellationToken));
        Assert.False(await transfer.UploadAsync(address, "12345"u8.ToArray(), TestContext.Current.CancellationToken));
        Assert.Empty(rig.World.Asked);
    }

    private static Attachment File(string downloadUrl) => new()
    {
        ContentType = ContentTypes.FileDownload,
        ContentUrl = "https://trust-my.sharepoint.com/documents/1",
        Content = JsonElement.Parse($$"""{ "downloadUrl": "{{downloadUrl}}", "fileType": "png" }"""),
    };
}
