using System.IO.Compression;
using System.Text;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// <c>pack [--env NAME] [--manifest DIR] [--out DIR]</c>: fills in the Teams manifest, checks it and its icons, and writes the package that a
/// Teams administrator uploads. Without <c>--env</c> it takes the made-up local values, so that it works on a fresh clone.
/// </summary>
internal static class PackCommand
{
    private const string Usage = "Use: pack [--env NAME] [--manifest DIR] [--out DIR]";

    // A zip stores a time with each file. One fixed time makes the same manifest give the same bytes, so two packages can be compared by hash.
    private static readonly DateTimeOffset NoParticularTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Builds the package. What is wrong is written to <paramref name="output"/>, one sentence a line, each with what to do.</summary>
    /// <returns>0 when the package was written; 1 when something has to be put right first, and nothing was written.</returns>
    internal static int Run(string[] args, TextWriter output)
    {
        if (!TryReadOptions(args, out var options))
        {
            output.WriteLine(Usage);
            return 1;
        }
        var environment = options.GetValueOrDefault("--env", "local");
        if (FindManifestFolder(options.GetValueOrDefault("--manifest")) is not { } folder)
        {
            output.WriteLine("There is no manifest.json to pack: run this inside the repository, or say where it is with --manifest DIR.");
            return 1;
        }
        var placeholders = new ManifestPlaceholders(folder, environment);
        var manifest = placeholders.Fill(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        var problems = placeholders.Problems.Concat(ManifestRules.Check(manifest, folder)).ToList();
        if (problems.Count > 0)
        {
            problems.ForEach(output.WriteLine);
            output.WriteLine($"Nothing was packed: {problems.Count} to put right.");
            return 1;
        }
        // Beside the manifest folder, and not where we stand: dotnet run stands in the project's folder, where nobody would look.
        var into = options.GetValueOrDefault("--out", Path.Combine(folder, "..", "artifacts"));
        var package = Path.GetFullPath(Path.Combine(into, $"appPackage.{environment}.zip"));
        Write(package, manifest, folder);
        output.WriteLine($"Packed {package}");
        return 0;
    }

    private static bool TryReadOptions(string[] args, out Dictionary<string, string> options)
    {
        options = new(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] is not ("--env" or "--manifest" or "--out") || i + 1 == args.Length || !options.TryAdd(args[i], args[i + 1]))
                return false;
        }
        return true;
    }

    /// <summary>The folder asked for; else the one of the repository that we stand in, so that an edit counts at once; else the copy beside the program.</summary>
    internal static string? FindManifestFolder(string? asked)
    {
        if (asked is not null)
            return HoldsManifest(asked) ? asked : null;
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "manifest");
            if (HoldsManifest(candidate))
                return candidate;
        }
        var beside = Path.Combine(AppContext.BaseDirectory, "manifest");
        return HoldsManifest(beside) ? beside : null;
    }

    private static bool HoldsManifest(string folder) => File.Exists(Path.Combine(folder, "manifest.json"));

    // Teams wants every file at the root of the zip; a folder inside it is the commonest reason for a refused upload.
    private static void Write(string package, string manifest, string folder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(package)!);
        using var zip = ZipFile.Open(Overwriting(package), ZipArchiveMode.Create);
        Add(zip, "manifest.json", Encoding.UTF8.GetBytes(manifest));
        Add(zip, ManifestRules.ColorIcon, File.ReadAllBytes(Path.Combine(folder, ManifestRules.ColorIcon)));
        Add(zip, ManifestRules.OutlineIcon, File.ReadAllBytes(Path.Combine(folder, ManifestRules.OutlineIcon)));
    }

    private static string Overwriting(string package)
    {
        File.Delete(package);
        return package;
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        // Stored, not compressed: a few kilobytes, and another zlib version cannot change the bytes.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoParticularTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
