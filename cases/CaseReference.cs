using System.Globalization;

namespace PolicyBot.Cases;

/// <summary>A case's reference as people say it: <c>INC-2026-0042</c>. Numbers start at 1 each year and have no gaps.</summary>
public sealed record CaseReference(string Kind, int Year, int Number)
{
    public const string Incident = "INC";
    public const string Question = "QST";

    /// <summary>A second opinion.</summary>
    public const string Opinion = "OPN";

    /// <summary>Somebody is to see what lies in the vault.</summary>
    public const string Release = "RLS";

    /// <summary>An account of the register.</summary>
    public const string Account = "ACC";

    /// <summary>A comment, query or complaint that came in on an account of the Trust.</summary>
    public const string Comment = "CMT";

    /// <summary>An account changes hands.</summary>
    public const string Handover = "HOV";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Year:0000}-{Number:0000}");

    /// <summary>Reads a reference from untrusted text (a card's data, a typed word); false when it is not one.</summary>
    public static bool TryParse(string? text, out CaseReference reference)
    {
        reference = null!;
        var parts = text is { Length: <= 20 } ? text.Trim().ToUpperInvariant().Split('-') : [];
        if (parts is not [Incident or Question or Opinion or Account or Comment or Handover or Release, { Length: 4 } year, { Length: >= 4 and <= 7 } number] || !IsNumber(year, out var y) || !IsNumber(number, out var n) || n == 0)
            return false;
        reference = new CaseReference(parts[0], y, n);
        return true;
    }

    // TryParse alone forgives a NUL at the end.
    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.All(char.IsAsciiDigit);
}
