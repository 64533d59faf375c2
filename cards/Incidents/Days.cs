using System.Globalization;

namespace PolicyBot.Cards.Incidents;

/// <summary>A day as a date input holds it, and as people say it.</summary>
public static class Days
{
    public static DateOnly? Read(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>As "23 November 2026".</summary>
    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
