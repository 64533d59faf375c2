using System.IO.Compression;
using System.Text.Json;
using PolicyBot.Bot.Commands;

namespace PolicyBot.Tests.Manifest;

/// <summary>Someone packs the Teams app: what they get, and where it comes from.</summary>
public sealed class PackTests
{
    [Fact]
    public void The_shipped_manifest_packs_with_every_file_at_the_root()
    {
        using var copy = new ManifestCopy();

        var (code, output) = copy.Pack();

        Assert.Equal($"Packed {copy.Package}", output.TrimEnd());
        Assert.Equal(0, code);
        using var zip = ZipFile.OpenRead(copy.Package);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        Assert.Equal("0d6c2f7e-94b8-4a51-8e33-71f5a2c9be04", manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("PolicyBot-local", manifest.RootElement.GetProperty("name").GetProperty("short").GetString());
    }

    [Fact]
    public void The_same_manifest_gives_the_same_bytes()
    {
        using var copy = new ManifestCopy();

        copy.Pack();
        var first = File.ReadAllBytes(copy.Package);
        copy.Pack();

        Assert.Equal(first, File.ReadAllBytes(copy.Package));
    }

    [Fact]
    public async Task Microsofts_schema_accepts_the_packed_manifest()
    {
        Needs.Node();
        using var copy = new ManifestCopy();
        copy.Pack();
        ZipFile.ExtractToDirectory(copy.Package, copy.File("packed"));

        var (code, findings) = await NodeScript.RunAsync("check-manifest.mjs", copy.File("packed/manifest.json"));

        Assert.Equal("", findings);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Microsofts_schema_finds_a_scope_that_does_not_exist()
    {
        Needs.Node();
        using var copy = new ManifestCopy();
        copy.Edit(manifest => manifest["bots"]![0]!["scopes"]![2] = "groupchat");
        copy.Pack();
        ZipFile.ExtractToDirectory(copy.Package, copy.File("packed"));

        var (code, findings) = await NodeScript.RunAsync("check-manifest.mjs", copy.File("packed/manifest.json"));

        Assert.Contains("/bots/0/scopes/2", findings, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void The_environment_wins_over_the_file()
    {
        using var copy = new ManifestCopy();
        File.AppendAllText(copy.File("env/.env.local"), "POLICYBOT_TEST_TRUST=from the file\n");
        copy.Edit(manifest => manifest["developer"]!["name"] = "${{POLICYBOT_TEST_TRUST}}");
        Environment.SetEnvironmentVariable("POLICYBOT_TEST_TRUST", "St Anne's \"Hill\" Trust");

        copy.Pack();

        using var zip = ZipFile.OpenRead(copy.Package);
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        Assert.Equal("St Anne's \"Hill\" Trust", manifest.RootElement.GetProperty("developer").GetProperty("name").GetString());
    }

    [Fact]
    public void The_manifest_is_found_from_within_the_repository()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();

        Assert.Equal(0, PackCommand.Run(["--out", folder.Path], output));

        Assert.True(File.Exists(folder.File("appPackage.local.zip")), output.ToString());
    }
}
