using PolicyBot.Bot.Commands;

namespace PolicyBot.Tests.Manifest;

/// <summary>The doctor reads which application the manifest was filled in for.</summary>
public sealed class DoctorManifestTests
{
    private const string Bot = "11111111-2222-3333-4444-555555555555";
    private const string Application = "22222222-2222-3333-4444-555555555555";

    [Theory]
    [InlineData(Bot, Application, Severity.Fine, "manifest/env/.env.dev names this bot and its application")]
    [InlineData(Bot, Bot, Severity.Failure, "manifest/env/.env.dev names another application than Graph:ClientId")]
    [InlineData(Application, Application, Severity.Warning, "none of .env.dev names this bot")]
    public void An_id_that_differs_is_named(string bot, string application, object severity, string came)
    {
        using var copy = new ManifestCopy();
        var file = copy.File("env/.env.dev");
        File.WriteAllText(file, File.ReadAllText(file).Replace("BOT_ID=", $"BOT_ID={bot}", StringComparison.Ordinal).Replace("AAD_APP_CLIENT_ID=", $"AAD_APP_CLIENT_ID={application}", StringComparison.Ordinal));
        var finding = DoctorManifest.Of(Path.GetDirectoryName(copy.File("manifest.json"))!, Bot, Application)!;
        Assert.Equal(((Severity)severity, came), (finding.Severity, finding.Came));
    }

    [Fact]
    public void Where_it_is_not_filled_in_here_nothing_is_said_of_it()
    {
        using var copy = new ManifestCopy();
        Assert.Null(DoctorManifest.Of(Path.GetDirectoryName(copy.File("manifest.json"))!, Bot, Application));
        File.WriteAllText(copy.File("manifest.json"), "{");
        Assert.Null(DoctorManifest.Of(Path.GetDirectoryName(copy.File("manifest.json"))!, Bot, Application));
    }
}
