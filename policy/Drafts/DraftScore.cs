using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyBot.Policy.Drafts;

/// <summary>Counts what was found in drafts in which everything is known.</summary>
internal sealed class DraftScore
{
    private readonly List<(DraftLine Line, ImmutableArray<Finding> Found)> read = [];

    public void Count(DraftLine line, ImmutableArray<Finding> found) => read.Add((line, found));

    /// <summary>A row for each rule, then what matters most: serious things seen, clean drafts left alone.</summary>
    public string Table()
    {
        var table = new StringBuilder($"{"rule",-22}{"seen",8}        {"said in vain",12}\n");
        foreach (var rule in read.SelectMany(each => each.Line.Rules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var has = read.Where(each => Has(each.Line, rule)).ToList();
            var vain = read.Count(each => !Has(each.Line, rule) && Raises(each.Found, rule));
            table.Append(CultureInfo.InvariantCulture, $"{rule,-22}{Share(has, each => Raises(each.Found, rule)),8}  of {has.Count,-4}{vain,10}\n");
        }

        var serious = read.Where(each => each.Line.Serious is { Length: > 0 }).ToList();
        var clean = read.Where(each => each.Line.Rules.IsEmpty).ToList();
        Row(table, "any serious thing seen as serious", serious, each => each.Found.Any(finding => finding.Severity is Severity.Serious));
        Row(table, "anything seen where something is serious", serious, each => !each.Found.IsEmpty);
        Row(table, "clean drafts with an alarm", clean, each => !each.Found.IsEmpty);
        var both = read.SelectMany(each => each.Found.Where(finding => Has(each.Line, finding.Rule)).Select(finding => (each.Line, finding))).ToList();
        Row(table, "severity right where seen", both, each => (each.Line.Serious ?? []).Contains(each.finding.Rule) == each.finding.Severity is Severity.Serious);
        return table.ToString();
    }

    private static bool Has(DraftLine line, string rule) => line.Rules.Contains(rule, StringComparer.Ordinal);

    private static bool Raises(ImmutableArray<Finding> found, string rule) => found.Any(finding => finding.Rule == rule);

    private static void Row<T>(StringBuilder table, string what, List<T> all, Func<T, bool> counts) =>
        table.Append(CultureInfo.InvariantCulture, $"{what,-42}{Share(all, counts),8}  {all.Count(counts)} of {all.Count}\n");

    private static string Share<T>(List<T> all, Func<T, bool> counts) =>
        all.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * all.Count(counts) / all.Count:F1} %");
}
