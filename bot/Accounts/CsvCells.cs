namespace PolicyBot.Bot.Accounts;

/// <summary>A spreadsheet runs a cell that begins like a formula. So it is written with an apostrophe before it, which is taken off again when it comes back.</summary>
internal static class CsvCells
{
    public static string Out(string text) => IsFormula(text) ? $"'{text}" : text;

    public static string In(string text) => text.Length > 1 && text[0] == '\'' && IsFormula(text[1..]) ? text[1..] : text;

    private static bool IsFormula(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'' or '＝' or '＋' or '－' or '＠');
}
