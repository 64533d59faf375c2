using System.Text;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Evidence;
using PolicyBot.Cases.Incidents;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Evidence;

/// <summary>The folder keeps what came, and what came first.</summary>
public sealed class EvidenceFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private EvidenceFolder Store => new(Options.Create(new EvidenceOptions { Folder = folder.File("evidence") }));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_is_written_once_and_never_again()
    {
        await Store.KeepAsync("00000001-1", "first"u8.ToArray(), Ended);
        await Store.KeepAsync("00000001-1", "second"u8.ToArray(), Ended);
        Assert.Equal("first"u8.ToArray(), await Store.FindAsync("00000001-1", Ended));
        Assert.True(File.GetAttributes(Store.PlaceOf("00000001-1")).HasFlag(FileAttributes.ReadOnly));
    }

    [Fact]
    public async Task What_a_stopped_process_left_half_written_is_no_file_and_stands_in_nobodys_way()
    {
        Directory.CreateDirectory(folder.File("evidence"));
        await File.WriteAllTextAsync($"{Store.PlaceOf("00000001-1")}.part", "half", Ended);
        Assert.Null(await Store.FindAsync("00000001-1", Ended));
        await Store.KeepAsync("00000001-1", "whole"u8.ToArray(), Ended);
        Assert.Equal("whole"u8.ToArray(), await Store.FindAsync("00000001-1", Ended));
        Assert.Single(Directory.GetFiles(folder.File("evidence")));
    }

    [Fact]
    public async Task What_was_disposed_of_is_gone()
    {
        await Store.KeepAsync("00000001-1", "bytes"u8.ToArray(), Ended);
        Assert.True(await Store.DisposeAsync("00000001-1", Ended));
        Assert.False(await Store.DisposeAsync("00000001-1", Ended));
        Assert.Null(await Store.FindAsync("00000001-1", Ended));
    }

    [Theory]
    [InlineData("../cases.db")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("00000001-1/../../x")]
    [InlineData("00000001-1.part")]
    public void A_name_that_is_not_ours_leads_nowhere(string id) => Assert.Throws<ArgumentException>(() => Store.PlaceOf(id));

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_named()
    {
        Assert.Null(await Store.FaultAsync(Ended));
        var blocked = new EvidenceFolder(Options.Create(new EvidenceOptions { Folder = Path.Combine(folder.File("file"), "evidence") }));
        await File.WriteAllTextAsync(folder.File("file"), "", Ended);
        Assert.Contains("Evidence:Folder", await blocked.FaultAsync(Ended), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PNG", "89504E470D0A1A0A00", "image/png")]
    [InlineData("JPEG", "FFD8FFE000104A4649", "image/jpeg")]
    [InlineData("GIF", "474946383961010001", "image/gif")]
    [InlineData("WEBP", "524946460000000057454250565038", "image/webp")]
    [InlineData("PDF", "255044462D312E37", "application/pdf")]
    [InlineData("MP4", "00000018667479706D703432000000", "video/mp4")]
    [InlineData("a Windows program", "4D5A90000300000004", null)]
    [InlineData("a Linux program", "7F454C4602010100", null)]
    [InlineData("an archive", "504B0304140000000800", null)]
    [InlineData("half a letter", "41C3", null)]
    [InlineData("nothing", "", null)]
    public void What_a_file_is_its_bytes_say(string what, string bytes, string? contentType) =>
        Assert.True(EvidenceTypes.Of(Convert.FromHexString(bytes)) == contentType, what);

    [Fact]
    public void A_text_is_taken_in_any_script() => Assert.Equal("text/plain", EvidenceTypes.Of(Encoding.UTF8.GetBytes("Sie sagte:\r\n\t„Grüße“, 学校 😀")));

    [Fact]
    public void A_picture_with_words_in_it_is_a_picture() => Assert.Equal("image/png", EvidenceTypes.Of(SampleFiles.Png("words")));
}
