using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Adding;

/// <summary>What a policy says of itself before its first section. A blank stays blank: nothing here is ever worked out from something else.</summary>
internal sealed partial class FrontPage
{
    private static readonly Dictionary<string, string> Labels = new (string Meaning, string[] Spellings)[]
    {
        ("title", ["title", "policy title", "policy name"]),
        ("trust", ["trust", "trust name"]),
        ("issue", ["issue number", "issue no", "issue", "version", "version number"]),
        ("status", ["status"]),
        ("responsible", ["responsible", "responsible person", "owner", "policy owner"]),
        ("approved by", ["approved by"]),
        ("date", ["date", "date approved", "approval date", "issue date"]),
        ("review date", ["review date", "next review", "next review date", "date of next review"]),
        ("sponsored by", ["sponsored by"]),
        ("mission", ["our mission", "mission"]),
    }.SelectMany(label => label.Spellings.Select(spelling => KeyValuePair.Create(spelling, label.Meaning))).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> stated = new(StringComparer.Ordinal);

    /// <summary>Reads the lines of the front page; the first statement of a thing counts.</summary>
    public FrontPage(IEnumerable<string> lines)
    {
        string? waiting = null;
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var next = Labels.GetValueOrDefault(line); // "Sponsored by", and who it is on the next line
            if (Stamp(line) is { } stamp)
                stated.TryAdd("status", stamp);
            else if (Statement().Match(line) is { Success: true } match && Labels.TryGetValue(match.Groups["label"].Value.Trim(), out var label))
                stated.TryAdd(label, match.Groups["value"].Value.Trim());
            else if (waiting is not null && next is null)
                stated.TryAdd(waiting, line);
            else if (next is null)
                Others.Add(line);
            waiting = next;
        }
    }

    /// <summary>Lines that say none of this.</summary>
    public List<string> Others { get; } = [];

    /// <summary>What is stated under a label; null when it is blank or not there.</summary>
    public string? this[string label] => stated.TryGetValue(label, out var value) && value.Length > 0 ? value : null;

    /// <summary>Approved only where the policy says so; anything else is not yet approved.</summary>
    public PolicyStatus Status => this["status"]?.StartsWith("approved", StringComparison.OrdinalIgnoreCase) == true ? PolicyStatus.Approved : PolicyStatus.Draft;

    /// <summary>The status that is stamped on pages, which is no sentence of the section that it falls into; null for any other line.</summary>
    public static string? Stamp(string line) =>
        line.Equals("draft", StringComparison.OrdinalIgnoreCase) || line.Equals("approved", StringComparison.OrdinalIgnoreCase) ? line : null;

    [GeneratedRegex(@"^(?<label>[A-Za-z ]{4,30})\.?(?:\s*:|\t| \|)(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Statement();
}
