using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Policy.Reports;

/// <summary>A report as somebody of a school would write it, and the way that it must go.</summary>
/// <param name="Voice">Who writes like this: the file's name. Learning is checked by leaving out one voice after the other.</param>
internal sealed record Reported(string Voice, ReportRoute Route, string Text);

/// <summary>
/// The reports that the reader learns from: a file for each voice, a line with the route in brackets, then one report a line. Empty lines and lines
/// that begin with "#" say nothing.
/// </summary>
internal sealed record ReportBank(ImmutableArray<Reported> Reports, string Fingerprint)
{
    /// <summary>Reads every voice of a folder.</summary>
    /// <exception cref="PolicyException">A line stands under no route; the message names the file and the line.</exception>
    public static ReportBank Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new PolicyException($"{folder}: there is no such folder of reports.");
        var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Text: File.ReadAllText(path).ReplaceLineEndings("\n"))).ToList();
        var named = string.Concat(files.Select(file => $"{Path.GetFileName(file.Path)}\n{file.Text}"));
        return new ReportBank([.. files.SelectMany(file => Read(file.Path, file.Text))], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named))));
    }

    internal static IEnumerable<Reported> Read(string path, string text)
    {
        ReportRoute? route = null;
        foreach (var (number, line) in text.Split('\n').Select(line => line.Trim()).Index())
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[' && line[^1] == ']')
                route = ReportRoutes.Named(line[1..^1]) ?? throw new PolicyException($"{path}, line {number + 1}: no route is called \"{line[1..^1]}\".");
            else
                yield return new Reported(
                    Path.GetFileNameWithoutExtension(path),
                    route ?? throw new PolicyException($"{path}, line {number + 1}: a report needs a line before it that names its route, as [child_at_risk]."),
                    line);
        }
    }
}
