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
    public void Of_the_bot_only_its_Graph_folder_names_the_Graph_library()
    {
        var graph = Path.Combine(Repository.Root, "bot", "Graph") + Path.DirectorySeparatorChar;
        var files = Projects.Select(project => Path.Combine(Repository.Root, project))
            .SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".csproj").Where(file => IsWritten(root, file)))
            .ToLookup(file => file.StartsWith(graph, StringComparison.Ordinal));
        Assert.Contains(files[true], NamesGraph);
        Assert.DoesNotContain(files[false], NamesGraph);
    }

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

    // By namespace: a package in a project file is no name of a type, a using there would be.
    private static bool NamesGraph(string file) => File.ReadLines(file).Any(line =>
        !line.Contains("<PackageReference ", StringComparison.Ordinal)
        && (line.Contains("Microsoft.Graph", StringComparison.Ordinal) || line.Contains("Microsoft.Kiota", StringComparison.Ordinal)));

    private static bool IsWritten(string root, string file) =>
        !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules");

    private static IEnumerable<string> ReferencesOf(string project) => Assembly.Load(Ours + project).GetReferencedAssemblies().Select(name => name.Name!);
}
