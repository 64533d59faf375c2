using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

/// <summary>The policy folder as it ships, loaded once for all tests that only read it.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "documents");

    public static PolicyLibrary Library { get; } = PolicyLibrary.Load(Folder);

    public static PolicyDocument Policy => Library.Documents.Single();

    public static PolicyAnswerer Answerer { get; } = new(Library);
}
