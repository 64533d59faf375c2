namespace PolicyBot.Tests;

/// <summary>Where the repository is, for tests that look at its files or leave pictures behind.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string NodeFolder => Path.Combine(Root, "tests", "node");

    /// <summary>A folder for what a person may want to look at afterwards; never committed.</summary>
    internal static string Artifacts(string name) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", name)).FullName;

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "PolicyBot.sln")))
                return at.FullName;
        }
        throw new DirectoryNotFoundException("The tests have to be built inside the repository: no folder above them holds PolicyBot.sln.");
    }
}
