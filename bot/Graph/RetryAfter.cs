using System.Globalization;
using System.Net.Http.Headers;

namespace PolicyBot.Bot.Graph;

/// <summary>How long to wait by a <c>Retry-After</c>: seconds, or a date, which is in GMT whatever the machine's own time is.</summary>
internal static class RetryAfter
{
    /// <summary>Null when it cannot be read.</summary>
    public static TimeSpan? Read(string value, DateTimeOffset now) => RetryConditionHeaderValue.TryParse(value, out var header)
        ? header.Delta ?? (header.Date > now ? header.Date - now : TimeSpan.Zero)
        : double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.FromDays(1).TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
}
