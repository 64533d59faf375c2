using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Dialogs.Times;

/// <summary>A day in somebody's words, where they stand in the text, and the part of the day that goes with it.</summary>
internal sealed partial record SpokenDay(int At, int End, DateOnly Day, DayPart Part)
{
    /// <summary>True when it was named as a day of the week: which week is not said.</summary>
    public bool OfTheWeek { get; private init; }

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The days in a text, in lower case.</summary>
    /// <param name="today">The day on which it was said: "Friday" is the last one, today included.</param>
    /// <param name="ahead">The text speaks of what is to come: "Friday" is the next one.</param>
    public static ImmutableArray<SpokenDay> In(string text, DateOnly today, bool ahead)
    {
        var days = ImmutableArray.CreateBuilder<SpokenDay>();
        foreach (Match match in Words().Matches(text))
            if (Read(match, today, ahead) is { } day)
                days.Add(new SpokenDay(match.Index, match.Index + match.Length, day, PartOf(match)) { OfTheWeek = Named(match, "week") is not null });
        // "Saturday 21 November" is one day, and the date says which.
        for (var i = days.Count - 2; i >= 0; i--)
            if (days[i + 1].At - days[i].End is >= 0 and <= 6 && text[days[i].End..days[i + 1].At].Trim(' ', ',') is "" or "the")
                days.RemoveAt(i);
        return days.ToImmutable();
    }

    private static DateOnly? Read(Match match, DateOnly today, bool ahead) =>
        Named(match, "back") is { } back ? today.AddDays(back switch { "the day before yesterday" => -2, "yesterday" or "last night" => -1, "tomorrow" => 1, _ => 0 })
        : Named(match, "ago") is { } ago ? today.AddDays(-Numbers.Read(ago))
        : Named(match, "week") is { } week ? Weekday(Array.IndexOf(Weekdays, week[..3]), today, ahead || Named(match, "next") is not null)
        : Named(match, "feast") is { } feast ? Feast(feast, today, ahead)
        : Named(match, "weekend") is not null ? (today.DayOfWeek is DayOfWeek.Saturday ? today : Weekday(ahead ? 6 : 0, today, ahead))
        : Date(match, today, ahead);

    private static DateOnly Weekday(int number, DateOnly today, bool ahead) => ahead
        ? today.AddDays((number - (int)today.DayOfWeek + 6) % 7 + 1)
        : today.AddDays(-(((int)today.DayOfWeek - number + 7) % 7));

    private static DateOnly? Feast(string name, DateOnly today, bool ahead) => name switch
    {
        "christmas eve" => Nearest(12, 24, today, ahead),
        "christmas day" => Nearest(12, 25, today, ahead),
        "boxing day" => Nearest(12, 26, today, ahead),
        _ => name.EndsWith("eve", StringComparison.Ordinal) ? Nearest(12, 31, today, ahead) : Nearest(1, 1, today, ahead),
    };

    private static DateOnly? Date(Match match, DateOnly today, bool ahead)
    {
        var day = Number(match, "day");
        var month = Named(match, "month") is { } name ? Array.IndexOf(Months, name[..3]) + 1 : Number(match, "number");
        if (month is < 1 or > 12 || day < 1 || (day, month) is (24, 7) && Named(match, "year") is null && match.Value.Contains('/', StringComparison.Ordinal))
            return null; // "24/7" is no day
        if (Named(match, "year") is not { } year)
            return Nearest(month, day, today, ahead);
        var full = int.Parse(year, CultureInfo.InvariantCulture);
        if (full < 100)
            full += 2000;
        return day <= DateTime.DaysInMonth(full, month) ? new DateOnly(full, month, day) : null;
    }

    // The last one that there was, or the next: the 29th of February may be years away.
    private static DateOnly? Nearest(int month, int day, DateOnly today, bool ahead)
    {
        for (var years = 0; years <= 8; years++)
        {
            var year = today.Year + (ahead ? years : -years);
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var found && (ahead ? found >= today : found <= today))
                return found;
        }
        return null;
    }

    private static DayPart PartOf(Match match) => DayParts.Read(Named(match, "part") ?? Named(match, "back"));

    private static string? Named(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } ? value : null;

    private static int Number(Match match, string group) => Named(match, group) is { } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    // "Sat" and "sun" are also other words: short names count only beside words that make them days.
    [GeneratedRegex(
        """
        \b(?:
            (?<back>the\ day\ before\ yesterday|yesterday|last\ night|today|tonight|this\ (?:morning|afternoon|evening)|tomorrow)
          | (?<ago>[0-9]{1,2}|one|two|three|four|five|six|seven|a)\ days?\ ago
          | (?:(?<next>next|coming)\ |last\ |this\ )?(?<!good\ |black\ |easter\ )(?<week>monday|tuesday|wednesday|thursday|friday|saturday|sunday)
          | (?<=\b(?:on|last|this|next|posted|received|in|from|since|now)\ )(?<week>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)
          | (?<week>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?=\ (?:at\b|around\b|[0-9]|morning\b|afternoon\b|evening\b|night\b))
          | (?<feast>christmas\ (?:eve|day)|boxing\ day|new\ year'?s?\ (?:eve|day))
          | (?<=\b(?:the|this|last)\ )(?<weekend>weekend)
          | (?<year>20[0-9][0-9])-(?<number>[0-9]{2})-(?<day>[0-9]{2})
          | (?<day>[0-9]{1,2})/(?<number>[0-9]{1,2})(?:/(?<year>20[0-9][0-9]|[0-9][0-9]))?
          | (?<day>[0-9]{1,2})(?:st|nd|rd|th)?\ (?:of\ )?(?<month>jan|feb|mar|apr|may(?!\ (?!at\b|20)\w)|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?:\ (?<year>20[0-9][0-9]))?
          | (?<month>jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\ (?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9]|[:.][0-9])(?:,?\ (?<year>20[0-9][0-9]))?
        )\b(?:\ (?:in\ the\ )?(?<part>morning|afternoon|evening|night)\b)?
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
