namespace PolicyBot.Tests;

/// <summary>
/// What a test needs beyond the .NET SDK. Where it is missing, the test is skipped with the sentence that says what to install, so that a bare
/// machine stays green; with <c>POLICYBOT_TESTS_SKIP_NOTHING=1</c>, as in CI, it fails instead, so that nothing goes untested unseen.
/// </summary>
internal static class Needs
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The path of Node, with the packages of tests/node installed.</summary>
    internal static string Node()
    {
        var node = OnPath("node");
        Unless(node is not null, "Node is not installed: Node 20 or newer is needed.");
        Unless(Directory.Exists(Path.Combine(Repository.NodeFolder, "node_modules")), "The Node packages are not installed: run npm ci in tests/node.");
        return node!;
    }

    /// <summary>The path of a Chromium that Playwright may drive.</summary>
    internal static string Chromium()
    {
        var browser = Browsers.Select(OnPath).FirstOrDefault(found => found is not null);
        Unless(browser is not null, "Chromium is not installed: on Debian, apt-get install chromium.");
        return browser!;
    }

    /// <summary>The connection string of a PostgreSQL server on which tests may create databases.</summary>
    internal static string Postgres()
    {
        var connection = Environment.GetEnvironmentVariable("POLICYBOT_TEST_POSTGRES");
        Unless(!string.IsNullOrEmpty(connection), "No PostgreSQL: set POLICYBOT_TEST_POSTGRES to a connection string whose user may create databases.");
        return connection!;
    }

    private static void Unless(bool met, string reason)
    {
        if (Environment.GetEnvironmentVariable("POLICYBOT_TESTS_SKIP_NOTHING") is "1")
            Assert.True(met, reason);
        Assert.SkipUnless(met, reason);
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);
}
