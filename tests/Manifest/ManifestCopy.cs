using System.Text.Json.Nodes;
using PolicyBot.Bot.Commands;

namespace PolicyBot.Tests.Manifest;

/// <summary>A copy of the shipped manifest folder that a test may spoil, and what <c>pack</c> says of it then.</summary>
internal sealed class ManifestCopy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    internal ManifestCopy()
    {
        var shipped = Path.Combine(Repository.Root, "manifest");
        foreach (var file in new[] { "manifest.json", "color.png", "outline.png", "env/.env.local", "env/.env.dev" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File(file))!);
            System.IO.File.Copy(Path.Combine(shipped, file), File(file));
        }
    }

    internal string Package => File("out/appPackage.local.zip");

    internal string File(string name) => folder.File(name);

    internal void Edit(Action<JsonNode> change)
    {
        var manifest = JsonNode.Parse(System.IO.File.ReadAllText(File("manifest.json")))!;
        change(manifest);
        System.IO.File.WriteAllText(File("manifest.json"), manifest.ToJsonString());
    }

    internal (int Code, string Output) Pack(string environment = "local")
    {
        using var output = new StringWriter();
        var code = PackCommand.Run(["--manifest", folder.Path, "--out", File("out"), "--env", environment], output);
        return (code, output.ToString());
    }

    public void Dispose() => folder.Dispose();
}
