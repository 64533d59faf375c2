using System.Text;
using CsvHelper;

namespace PolicyBot.Bot.Accounts;

/// <summary>One row of a file of accounts as it stands there.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
internal sealed record RegisterRow(int Line, ImmutableArray<string> Cells, ImmutableDictionary<string, string> Values)
{
    /// <summary>What stands in a column; null when the file has no such column.</summary>
    public string? this[string column] => Values.TryGetValue(column, out var text) ? text : null;
}

/// <summary>A file of accounts, read but not yet understood.</summary>
internal sealed record RegisterFile(ImmutableArray<string> Headings, ImmutableArray<RegisterRow> Rows, ImmutableArray<RegisterFault> Faults)
{
    /// <summary>Faults of the file itself: no row of it can be trusted.</summary>
    public bool IsUnusable { get; init; }

    public static RegisterFile Parse(byte[] bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Unusable(new RegisterFault(1, "", "the file is not written in UTF-8. Save it as \"CSV UTF-8\"."));
        }
        if (text.Contains('\0', StringComparison.Ordinal))
            return Unusable(new RegisterFault(1, "", "this is not a CSV file. Save it as \"CSV UTF-8\"."));

        var malformed = new List<CsvMalformedRecord>();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, OnMalformedRecord = malformed.Add });
        if (!csv.Read())
            return Unusable(new RegisterFault(1, "", $"the file is empty. Its first line names the columns: {string.Join(", ", RegisterColumns.Read)}."));
        var headings = Cells(csv);
        var wrong = Headed(headings);
        return wrong.IsEmpty ? ReadRows(csv, headings, malformed) : Unusable(wrong);
    }

    private static ImmutableArray<RegisterFault> Headed(ImmutableArray<string> headings)
    {
        var faults = ImmutableArray.CreateBuilder<RegisterFault>();
        if (headings.Length == 1 && headings[0].Contains(';', StringComparison.Ordinal))
            return [new RegisterFault(1, "", "the columns are separated by semicolons. Save it with commas between them.")];
        // A heading is said as it stands: it names a column. Of a file without headings the first line may be anything, so it is cut short.
        foreach (var heading in headings)
            if (RegisterColumns.Wrong(heading) is { } sentence)
                faults.Add(new RegisterFault(1, Cards.UserText.Shorten(Cards.UserText.Plain(heading).Trim(), 40), sentence));
        foreach (var twice in headings.Select(RegisterColumns.Find).OfType<string>().GroupBy(column => column, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add(new RegisterFault(1, twice.Key, "this column is there twice. Take one of them out."));
        var found = headings.Select(RegisterColumns.Find).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (faults.Count == 0 && !found.Contains(RegisterColumns.Reference) && !(found.Contains(RegisterColumns.Platform) && found.Contains(RegisterColumns.Handle)))
            faults.Add(new RegisterFault(1, "", "platform and handle are needed, or reference: without them nobody knows which account is meant."));
        return faults.ToImmutable();
    }

    private static RegisterFile ReadRows(CsvReader csv, ImmutableArray<string> headings, List<CsvMalformedRecord> malformed)
    {
        var columns = headings.Select(RegisterColumns.Find).ToArray();
        var (rows, faults) = (ImmutableArray.CreateBuilder<RegisterRow>(), ImmutableArray.CreateBuilder<RegisterFault>());
        while (csv.Read())
        {
            var (line, cells) = ((int)csv.LineNumber, Cells(csv));
            // A quotation mark that is never closed, or only by the next one further down, swallows the lines between: they are no rows of their own any more.
            if (malformed.Count > 0 && (malformed[^1].Reason is CsvMalformedReason.UnterminatedQuote || csv.RawRecord.Contains((byte)'\n')))
                return Unusable(new RegisterFault(line, "", "a quotation mark is opened here and not closed, so the lines below cannot be told apart. Close it."));
            if (malformed.Count > 0)
                faults.Add(new RegisterFault(line, "", "there is a quotation mark where none can be. Put the whole cell in quotation marks, and double those within it."));
            else if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            else if (cells.Length != columns.Length)
                faults.Add(new RegisterFault(line, "", $"there are {cells.Length} cells instead of {columns.Length}. A cell with a comma in it needs quotation marks around it."));
            malformed.Clear();
            rows.Add(new RegisterRow(line, cells, columns.Zip(cells).Where(each => each.First is not null)
                .ToImmutableDictionary(each => each.First!, each => CsvCells.In(each.Second.Trim()).Trim(), StringComparer.Ordinal)));
        }
        return new RegisterFile(headings, rows.ToImmutable(), faults.ToImmutable());
    }

    private static ImmutableArray<string> Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static RegisterFile Unusable(params ImmutableArray<RegisterFault> faults) => new([], [], faults) { IsUnusable = true };
}
