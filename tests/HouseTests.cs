using System.Reflection;

namespace PolicyBot.Tests;

/// <summary>References run one way only, along a message's journey, and everything has a name that says what it is.</summary>
public sealed class HouseTests
{
    private const string Ours = "PolicyBot.";
    private static readonly string[] NamesThatSayNothing = ["Common", "Helper", "Helpers", "Util", "Utils", "Utilities", "Manager", "Managers"];
    private static readonly string[] Projects = ["policy", "cases", "cards", "dialogs", "bot"];

    [Theory]
    [InlineData("Policy")]
    [InlineData("Cases")]
    [InlineData("Cards", "Cases", "Policy")]
    [InlineData("Dialogs", "Cards", "Cases", "Policy")]
    [InlineData("Bot", "Cards", "Cases", "Dialogs", "Policy")]
    public void References_run_one_way_only(string project, params string[] allowed) =>
        Assert.All(ReferencesOf(project).Where(name => name.StartsWith(Ours, StringComparison.Ordinal)), name => Assert.Contains(name[Ours.Length..], allowed));

    [Theory]
    [InlineData("Policy")]
    [InlineData("Cases")]
    [InlineData("Cards")]
    [InlineData("Dialogs")]
    public void The_bot_alone_knows_the_web_and_Microsofts_services(string project) =>
        Assert.DoesNotContain(ReferencesOf(project), name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Azure.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.IdentityModel", StringComparison.Ordinal) || name.StartsWith("Microsoft.Graph", StringComparison.Ordinal)
            || name is "System.Net.Http");

    [Theory]
    [InlineData("Policy")]
    [InlineData("Cards")]
    [InlineData("Dialogs")]
    public void Storage_stays_in_cases(string project) =>
        Assert.DoesNotContain(ReferencesOf(project), name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name is "Npgsql" or "Microsoft.Data.Sqlite");

    [Fact]
    public void No_type_or_namespace_has_a_name_that_says_nothing()
    {
        var names = Projects.Select(project => Assembly.Load(Ours + char.ToUpperInvariant(project[0]) + project[1..])).Append(typeof(HouseTests).Assembly)
            .SelectMany(assembly => assembly.GetTypes()).Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal)) // what a generator writes is nobody's choice
            .SelectMany(type => (type.Namespace ?? "").Split('.').Append(type.Name)).Where(name => name.Length > 0);
        Assert.DoesNotContain(names, SaysNothing);
    }

    [Fact]
    public void No_folder_has_a_name_that_says_nothing_or_lies_deeper_than_two_below_its_project()
    {
        foreach (var project in Projects.Append("tests"))
        {
            var root = Path.Combine(Repository.Root, project);
            var folders = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(Path.GetRelativePath(root, file))!.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
                .Where(path => path is not ["obj" or "bin" or "node", ..]).ToList();
            Assert.NotEmpty(folders);
            Assert.All(folders, path => Assert.InRange(path.Length, 0, 2));
            Assert.DoesNotContain(folders.SelectMany(path => path), SaysNothing);
        }
    }

    private static bool SaysNothing(string name) =>
        NamesThatSayNothing.Any(word => name.Equals(word, StringComparison.OrdinalIgnoreCase) || name.EndsWith(word, StringComparison.Ordinal));

    private static IEnumerable<string> ReferencesOf(string project) => Assembly.Load(Ours + project).GetReferencedAssemblies().Select(name => name.Name!);
}
