using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// Fills <c>${{NAME}}</c> in the manifest from the process's environment, else from <c>env/.env.ENVIRONMENT</c> beside the manifest: the spelling
/// and the folder of Microsoft's own toolkit, so that its users are at home.
/// </summary>
internal sealed partial class ManifestPlaceholders
{
    private readonly string file;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);

    internal ManifestPlaceholders(string manifestFolder, string environment)
    {
        file = Path.Combine(manifestFolder, "env", ".env." + environment);
        if (File.Exists(file))
        {
            Read(File.ReadAllLines(file));
        }
        else
        {
            problems.Add($"There is no {file}: create it, or choose another environment with --env.");
        }
    }

    /// <summary>What stood in the way so far, a sentence each.</summary>
    internal IReadOnlyList<string> Problems => problems;

    /// <summary>The manifest with every known placeholder filled in. An unknown one stays, and is among <see cref="Problems"/>.</summary>
    internal string Fill(string manifest) => Placeholder().Replace(manifest, match =>
    {
        var name = match.Groups["name"].Value;
        var value = Environment.GetEnvironmentVariable(name) ?? values.GetValueOrDefault(name);
        // The live installation has no suffix, so there an empty value is a choice; everywhere else it is a line not yet filled in.
        if (string.IsNullOrWhiteSpace(value) && !(value is not null && name.EndsWith("_SUFFIX", StringComparison.Ordinal)))
        {
            if (missing.Add(name))
                problems.Add($"{name} has no value: set it in {file} or in the environment.");
            return match.Value;
        }
        return JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
    });

    private void Read(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add($"Line {i + 1} of {file} is not NAME=value: correct it or put # before it.");
                continue;
            }
            values[line[..equals].Trim()] = line[(equals + 1)..].Trim().Trim('"');
        }
    }

    [GeneratedRegex(@"\$\{\{\s*(?<name>[A-Za-z0-9_]+)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
