using System.Globalization;
using System.Text;

namespace PolicyBot.Policy.Reports;

/// <summary>Counts how reports with a known route were read.</summary>
internal sealed class ReportScore
{
    private readonly List<(string Id, ReportRoute Right, ReportRoute Taken)> read = [];

    public void Count(string id, ReportRoute right, ReportRoute taken) => read.Add((id, right, taken));

    /// <summary>What was got wrong, a line each: the right route, the one that was taken, and the report.</summary>
    public IEnumerable<string> Misses() =>
        read.Where(each => each.Right != each.Taken).OrderBy(each => each.Right).Select(each => $"{each.Right.FileName()}\t{each.Taken.FileName()}\t{each.Id}");

    /// <summary>A row for each route, then what matters most: no safeguarding report missed, few plain ones taken for one.</summary>
    /// <param name="naming">Whether missed safeguarding reports are named.</param>
    public string Table(bool naming)
    {
        var table = new StringBuilder();
        foreach (var route in read.GroupBy(each => each.Right).OrderBy(route => route.Key))
            Row(table, route.Key.FileName(), [.. route], each => each.Right == each.Taken);
        var guarded = read.Where(each => each.Right.IsSafeguarding()).ToList();
        var plain = read.Where(each => !each.Right.IsSafeguarding()).ToList();
        Row(table, "safeguarding, exact route", guarded, each => each.Right == each.Taken);
        Row(table, "safeguarding, seen as such", guarded, each => each.Taken.IsSafeguarding());
        Row(table, "plain, exact route", plain, each => each.Right == each.Taken);
        Row(table, "over-caution", plain, each => each.Taken.IsSafeguarding());
        var missed = guarded.Where(each => !each.Taken.IsSafeguarding()).Select(each => each.Id).ToList();
        if (naming && missed.Count > 0)
            table.Append("safeguarding missed: ").AppendJoin(", ", missed).Append('\n');
        return table.ToString();
    }

    private static void Row<T>(StringBuilder table, string what, List<T> all, Func<T, bool> counts)
    {
        var share = all.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * all.Count(counts) / all.Count:F1} %");
        table.Append(CultureInfo.InvariantCulture, $"{what,-28}{share,8}  {all.Count(counts)} of {all.Count}\n");
    }
}
