using System.Text.RegularExpressions;

namespace PolicyBot.Dialogs.Times;

/// <summary>A time of day in somebody's words, and where they stand in the text.</summary>
/// <param name="Time">Where the half of the day is open ("at six"), in its first half.</param>
/// <param name="Open">True when it may as well be twelve hours later.</param>
internal sealed partial record SpokenClock(int At, TimeOnly Time, bool Open)
{
    /// <summary>The times in a text, in lower case.</summary>
    public static ImmutableArray<SpokenClock> In(string text)
    {
        var times = ImmutableArray.CreateBuilder<SpokenClock>();
        foreach (Match match in Words().Matches(text))
            if (Read(match) is { } time)
                times.Add(time);
        return times.ToImmutable();
    }

    /// <summary>The half of the day that the words around it say; otherwise the one in which a school hears of things: seven is in the morning, six in the evening.</summary>
    public (TimeOnly Time, bool Guessed) In(DayPart part) => part switch
    {
        _ when !Open => (Time, false),
        DayPart.Morning => (Time, false),
        DayPart.Afternoon or DayPart.Evening => (Time.AddHours(12), false),
        DayPart.Night => (Time.Hour is > 0 and < 6 ? Time : Time.AddHours(12), false),
        _ => (Time.Hour is < 7 ? Time.AddHours(12) : Time, true),
    };

    private static SpokenClock? Read(Match match)
    {
        if (match.Groups["fixed"] is { Success: true, Value: var name })
            return new SpokenClock(match.Index, new TimeOnly(name == "midnight" ? 0 : 12, 0), Open: false);

        var written = match.Groups["hour"].Value;
        var hour = Numbers.Read(written);
        var minute = match.Groups["minute"] is { Success: true, Value: var digits } ? Numbers.Read(digits) : 0;
        if (hour > 23 || minute > 59)
            return null;
        var time = new TimeOnly(hour, minute).Add(match.Groups["past"].Value switch
        {
            "half past" or "half" => TimeSpan.FromMinutes(30),
            "quarter past" => TimeSpan.FromMinutes(15),
            "quarter to" => TimeSpan.FromMinutes(-15),
            _ => TimeSpan.Zero,
        });
        if (match.Groups["half"] is { Success: true, Value: var half })
            return hour is 0 or > 12 ? null : new SpokenClock(match.Index, InHalf(time, half[0] == 'p'), Open: false);
        if (hour is 0 or > 12 || written.StartsWith('0'))
            return new SpokenClock(match.Index, time, Open: false);
        var open = new SpokenClock(match.Index, InHalf(time, afternoon: false), Open: true);
        return match.Groups["part"] is { Success: true, Value: var part } ? open with { Time = open.In(DayParts.Read(part)).Time, Open = false } : open;
    }

    private static TimeOnly InHalf(TimeOnly time, bool afternoon) => new(time.Hour % 12 + (afternoon ? 12 : 0), time.Minute);

    // A bare number is a time only after "at", and only where nothing follows that it might count: "at one of our academies".
    [GeneratedRegex(
        """
        \b(?:
            (?<hour>[0-9]{1,2})(?:[:.](?<minute>[0-9][0-9]))?\ ?(?<half>[ap]\.?m)\b
          | (?<hour>[0-9]{1,2}):(?<minute>[0-9][0-9])\b
          | (?:at|around|about)\ (?<hour>[0-9]{1,2})\.(?<minute>[0-9][0-9])\b
          | (?<past>half\ past|quarter\ past|quarter\ to|half)\ (?<hour>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\ ?(?<half>[ap]\.?m))?\b
          | (?<hour>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\ ?o'?\ ?clock\b
          | (?:at|around|about)\ (?<hour>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)
                (?=\ ?(?:$|[,;?!)\]]|\.(?![0-9]))|\ (?:on|in\ the|this|last|yesterday|today|tonight|tomorrow|and|so|when|but|then|mon|tues?|wed|thu|fri|sat|sun)\w*\b)
          | (?<fixed>noon|midday|midnight)\b
        )(?:\ in\ the\ (?<part>morning|afternoon|evening)\b|\ at\ (?<part>night)\b)?
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
