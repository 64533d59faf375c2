using System.Globalization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>Moments as people in the Trust say them, in its time zone.</summary>
public static class When
{
    /// <summary>As "Sunday 22 November 2026 at 10:32".</summary>
    public static string Full(DateTimeOffset moment, Trust trust) => Format(moment, trust, "dddd d MMMM yyyy 'at' HH:mm");

    /// <summary>As "Sunday 22 November 2026", when nobody noted the time.</summary>
    public static string FullDay(DateTimeOffset moment, Trust trust) => Format(moment, trust, "dddd d MMMM yyyy");

    /// <summary>As <c>2026-11-22</c>, for a date input.</summary>
    public static string Input(DateTimeOffset moment, Trust trust) => Format(moment, trust, "yyyy-MM-dd");

    /// <summary>A date and time as inputs hold them, said in words; what cannot be read is given back as it is.</summary>
    public static string Typed(string date, string time)
    {
        var day = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)
            : date;
        return time.Length == 0 ? day : $"{day} at {time}";
    }

    // The invariant culture's names of days and months are the English ones, whatever machine this runs on.
    private static string Format(DateTimeOffset moment, Trust trust, string format) =>
        trust.Local(moment).ToString(format, CultureInfo.InvariantCulture);
}
