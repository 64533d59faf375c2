using System.Text.Json.Nodes;
using PolicyBot.Bot.Commands;

namespace PolicyBot.Tests.Manifest;

/// <summary>Someone packs a manifest that Teams would refuse: they read what is wrong and what to do, and no package is written.</summary>
public sealed class PackRefusalTests
{
    private static readonly Dictionary<string, Action<JsonNode>> Mistakes = new(StringComparer.Ordinal)
    {
        ["manifestVersion is 1.24 but $schema is"] = app => app["manifestVersion"] = "1.24",
        ["version has to be three numbers"] = app => app["version"] = "1.0",
        ["id has to be a GUID such as"] = app => app["id"] = "policybot",
        ["bots.botId has to be a GUID such as"] = app => app["bots"]![0]!["botId"] = "00000000-0000-0000-0000-000000000000",
        ["webApplicationInfo.id has to be a GUID"] = app => app["webApplicationInfo"]!["id"] = null,
        ["webApplicationInfo.resource is missing"] = app => app["webApplicationInfo"]!.AsObject().Remove("resource"),
        ["bots.botId holds '0d6c2f7e-94b8-4a51-8e33-71f5a2c9be04' more than once"] = app => app["bots"]!.AsArray().Add(app["bots"]![0]!.DeepClone()),
        ["commandLists.commands.title holds 'help' more than once"] = app => Commands(app).Add(Commands(app)[3]!.DeepClone()),
        ["staticTabs.entityId holds 'about' more than once"] = app => app["staticTabs"] = JsonNode.Parse("""[{ "entityId": "about" }, { "entityId": "about" }]"""),
        ["The bot does not understand the command 'handover'"] = app => Commands(app)[0]!["title"] = "handover",
        ["systemDefault is Teams' own activity type"] = app => app["activities"] = JsonNode.Parse("""{ "activityTypes": [{ "type": "systemDefault" }] }"""),
        ["developer.privacyUrl is 'http://trust.example/privacy'"] = app => app["developer"]!["privacyUrl"] = "http://trust.example/privacy",
        ["validDomains holds 'https://policybot.example': give the host alone"] = app => app["validDomains"]![0] = "https://policybot.example",
        ["validDomains holds '*.trust.example': name each host in full"] = app => app["validDomains"]![0] = "*.trust.example",
        ["staticTabs.contentUrl is on tabs.example: add that host"] = app => app["staticTabs"] = JsonNode.Parse("""[{ "entityId": "about", "contentUrl": "https://tabs.example/a" }]"""),
        ["icons has to name color.png as color"] = app => app["icons"]!["color"] = "colour.png",
    };

    public static TheoryData<string> Sentences => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_mistake_gets_its_sentence(string sentence)
    {
        using var copy = new ManifestCopy();
        copy.Edit(Mistakes[sentence]);

        var (code, output) = copy.Pack();

        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was packed: 1 to put right.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.False(File.Exists(copy.Package));
    }

    [Fact]
    public void Every_value_still_to_be_filled_in_is_named_once()
    {
        using var copy = new ManifestCopy();

        var (code, output) = copy.Pack("dev");

        string[] names = ["TEAMS_APP_ID", "TRUST_NAME", "TRUST_WEBSITE_URL", "TRUST_PRIVACY_URL", "TRUST_TERMS_URL", "BOT_ID", "BOT_DOMAIN", "AAD_APP_CLIENT_ID"];
        var file = copy.File("env/.env.dev");
        Assert.Equal(
            [.. names.Select(name => $"{name} has no value: set it in {file} or in the environment."), "Nothing was packed: 8 to put right."],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal(1, code);
    }

    [Fact]
    public void An_environment_without_a_file_is_said_to_have_none()
    {
        using var copy = new ManifestCopy();

        var (code, output) = copy.Pack("live");

        Assert.Contains($"There is no {copy.File("env/.env.live")}", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public void A_line_that_says_nothing_in_the_environment_file_is_pointed_out()
    {
        using var copy = new ManifestCopy();
        File.AppendAllText(copy.File("env/.env.local"), "BOT_ID: 12\n");

        var (_, output) = copy.Pack();

        Assert.Contains("Line 11 of", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"id\": 1,\n\n oops }", "look at line 3")]
    [InlineData("{ \"id\": 1, \"id\": 2 }", "a key that stands there twice")]
    [InlineData("[]", "has to be one JSON object")]
    public void A_manifest_that_cannot_be_read_is_said_to_be_so(string json, string sentence)
    {
        using var copy = new ManifestCopy();
        File.WriteAllText(copy.File("manifest.json"), json);

        var (code, output) = copy.Pack();

        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("--colour", "blue")]
    [InlineData("--env")]
    public void An_option_that_makes_no_sense_shows_how_to_ask(params string[] args)
    {
        using var output = new StringWriter();

        Assert.Equal(1, PackCommand.Run(args, output));
        Assert.StartsWith("Use: pack", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_said_to_have_none()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();

        Assert.Equal(1, PackCommand.Run(["--manifest", folder.Path], output));
        Assert.StartsWith("There is no manifest.json to pack", output.ToString(), StringComparison.Ordinal);
    }

    private static JsonArray Commands(JsonNode app) => app["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();
}
