using Microsoft.Extensions.Configuration;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Disposal;

/// <summary>What an administrator's commands read besides the cases: the settings, with a Trust of their own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CommandRun(string? trust = null) => System.IO.File.WriteAllText(folder.File("trust.json"), trust ?? Cast.TrustWithOfficeJson());

    public StringWriter Output { get; } = new();

    public StringWriter Errors { get; } = new();

    public IConfiguration Settings(Memory memory) => new ConfigurationBuilder().AddInMemoryCollection(
        [KeyValuePair.Create("ConnectionStrings:Cases", (string?)memory.ConnectionString), KeyValuePair.Create("Trust:File", (string?)folder.File("trust.json"))]).Build();

    public string PathOf(string name) => folder.File(name);

    public void Dispose()
    {
        Output.Dispose();
        Errors.Dispose();
        folder.Dispose();
    }
}
