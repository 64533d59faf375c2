using PolicyBot.Policy;
using PolicyBot.Policy.Adding;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// <c>add-policy FILE [--title NAME] [--trust NAME] [--folder DIR] [--replace]</c>: makes a policy that staff can ask about out of a Word document or
/// Markdown, or exchanges one for its next issue, and says what guidance is still to be written.
/// </summary>
internal static class AddPolicyCommand
{
    private const string Usage = "Use: add-policy FILE [--title NAME] [--trust NAME] [--folder DIR] [--replace]";

    /// <summary>Adds the policy. What is wrong is written to <paramref name="output"/> in one sentence.</summary>
    /// <returns>0 when the folder holds the policy as it is in the file; 1 when nothing was written because something has to be put right or agreed to first.</returns>
    internal static int Run(string[] args, TextWriter output)
    {
        if (args is not [var file, .. var rest] || file.StartsWith('-') || !TryReadOptions(rest, out var options))
        {
            output.WriteLine(Usage);
            return 1;
        }
        try
        {
            return Add(file, FindFolder(options.GetValueOrDefault("--folder")), options, output);
        }
        catch (Exception fault) when (fault is PolicyException or IOException or UnauthorizedAccessException)
        {
            output.WriteLine(fault.Message);
            output.WriteLine("Nothing was changed.");
            return 1;
        }
    }

    private static int Add(string file, string folder, Dictionary<string, string> options, TextWriter output)
    {
        var policy = NewPolicy.Read(Path.GetFileName(file), Bytes(file), options.GetValueOrDefault("--title"));
        var present = Present(folder);
        var target = present.FirstOrDefault(one => one.Head.Title.Equals(policy.Title, StringComparison.OrdinalIgnoreCase)).Path ?? Path.Combine(folder, policy.Slug);
        var trust = options.GetValueOrDefault("--trust") ?? policy.Trust ?? OnlyOne(present.Select(one => one.Head.Trust))
            ?? throw new PolicyException($"{Path.GetFileName(file)}: it does not say which Trust's policy it is. Add --trust \"…\".");
        var (earlier, earlierText) = (Text(Path.Combine(target, "policy.json")), Text(Path.Combine(target, "policy.txt")));
        var composed = policy.Compose(trust, earlier);
        var gaps = GuidanceGaps.Of(composed.Document, Text(Path.Combine(target, "situations.json")), Text(Path.Combine(target, "reviewed.json")));

        var isSame = earlier == composed.Json && earlierText == composed.Text;
        var isAgreed = earlier is null || options.ContainsKey("--replace");
        if (isAgreed && !isSame)
            Write(target, composed);
        AddPolicyReport.Write(output, composed, gaps, target, earlier is null ? Added.New : isSame ? Added.Same : isAgreed ? Added.Replaced : Added.NotYet);
        return isSame || isAgreed ? 0 : 1;
    }

    // Beside their places first: whoever reads the folder meanwhile finds the old files or the new ones, and a full disk leaves the old.
    private static void Write(string target, ComposedPolicy composed)
    {
        var isNew = !Directory.Exists(target);
        Directory.CreateDirectory(target);
        (string Path, string Text)[] files = [(Path.Combine(target, "policy.txt"), composed.Text), (Path.Combine(target, "policy.json"), composed.Json)];
        try
        {
            foreach (var (path, text) in files)
                File.WriteAllText(path + ".new", text);
            foreach (var (path, _) in files)
                File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            foreach (var (path, _) in files)
                File.Delete(path + ".new");
            if (isNew)
                Directory.Delete(target, recursive: true);
            throw;
        }
    }

    private static byte[] Bytes(string file)
    {
        var length = new FileInfo(file) is { Exists: true } found ? found.Length : throw new PolicyException($"{file}: there is no such file.");
        return length <= NewPolicy.MostBytes
            ? File.ReadAllBytes(file)
            : throw new PolicyException($"{Path.GetFileName(file)}: it has {length / 1_000_000} MB, more than any policy. Take its pictures out, or copy its text into a new document.");
    }

    private static string? Text(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static List<(string Path, PolicyHead Head)> Present(string folder) =>
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(path => (Path: path, File: Path.Combine(path, "policy.json")))
            .Where(one => File.Exists(one.File))
            .Select(one => (one.Path, PolicyHead.Read(one.File, File.ReadAllText(one.File))))];

    private static string? OnlyOne(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    /// <summary>The folder asked for; else the one of the repository that we stand in; else the one beside the program.</summary>
    private static string FindFolder(string? asked)
    {
        if (asked is not null)
            return Directory.Exists(asked) ? Path.GetFullPath(asked) : throw new PolicyException($"{asked}: this policy folder does not exist.");
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "policy", "documents");
            if (Directory.Exists(candidate))
                return candidate;
        }
        return Path.Combine(AppContext.BaseDirectory, "documents");
    }

    private static bool TryReadOptions(string[] args, out Dictionary<string, string> options)
    {
        options = new(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var isRead = args[i] switch
            {
                "--replace" => options.TryAdd("--replace", ""),
                "--title" or "--trust" or "--folder" when i + 1 < args.Length && !string.IsNullOrWhiteSpace(args[i + 1]) => options.TryAdd(args[i], args[++i].Trim()),
                _ => false,
            };
            if (!isRead)
                return false;
        }
        return true;
    }
}
