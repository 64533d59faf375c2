using System.Globalization;

namespace PolicyBot.Cases.Records;

public enum ColumnKind
{
    Text,
    Number,
    Moment,
}

/// <summary>A column of every list of the record: how it is made, and what a case puts into it.</summary>
/// <param name="Name">As the list knows it, also when somebody gives it another title.</param>
/// <param name="Value">Text as it is sent and comes back: moments in UTC to the second, numbers without separators; null leaves it empty.</param>
public sealed record RecordColumn(string Name, ColumnKind Kind, bool Indexed, Func<RecordEntry, string?> Value)
{
    /// <summary>No two items may have the same in it.</summary>
    public bool Unique { get; init; }
}

/// <summary>The columns, the same in every list.</summary>
public static class RecordColumns
{
    /// <summary>What an item is found by.</summary>
    public const string Key = "CaseKey";

    public const string Version = "CaseVersion";

    // SharePoint refuses more than this in a line of text.
    private const int LongestText = 255;

    public static readonly ImmutableArray<RecordColumn> All =
    [
        new(Key, ColumnKind.Text, Indexed: true, entry => entry.Reference.ToString()) { Unique = true },
        new(Version, ColumnKind.Number, Indexed: false, entry => entry.Version.ToString(CultureInfo.InvariantCulture)),
        new("Academy", ColumnKind.Text, Indexed: true, entry => entry.Academy.Length == 0 ? null : entry.Academy),
        new("CaseStatus", ColumnKind.Text, Indexed: true, entry => entry.Status),
        new("OpenedAt", ColumnKind.Moment, Indexed: true, entry => Moment(entry.OpenedAt)),
        new("EndedAt", ColumnKind.Moment, Indexed: true, entry => Moment(entry.EndedAt)),
        new("Category", ColumnKind.Text, Indexed: false, entry => entry.Category),
        new("Outcome", ColumnKind.Text, Indexed: false, entry => entry.Outcome),
        new("Referrals", ColumnKind.Text, Indexed: false, entry => Words(entry.Referrals)),
        new("Clauses", ColumnKind.Text, Indexed: false, entry => Words(entry.Clauses)),
        new("DecidedBy", ColumnKind.Text, Indexed: false, entry => Words(entry.DecidedBy)),
        new("RetainUntil", ColumnKind.Moment, Indexed: true, entry => Moment(entry.RetainUntil)),
        new("Files", ColumnKind.Number, Indexed: false, entry => entry.Files.Length.ToString(CultureInfo.InvariantCulture)),
        new("TrailHash", ColumnKind.Text, Indexed: false, entry => entry.TrailHash),
    ];

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // As many as fit whole: half an id would be another one.
    private static string? Words(ImmutableArray<string> words)
    {
        var line = "";
        foreach (var word in words)
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (longer.Length > LongestText)
                break;
            line = longer;
        }
        return line.Length == 0 ? null : line;
    }
}
