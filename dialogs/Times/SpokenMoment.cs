using System.Text;
using System.Text.RegularExpressions;
using PolicyBot.Cards;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Times;

/// <summary>
/// When something came in, as far as somebody's words say it. Nothing here is certain: whoever is told what follows from it is told how it was read.
/// </summary>
internal static partial class SpokenMoment
{
    /// <summary>What the text says, read at a moment; null when it names no day and no time.</summary>
    public static ReceivedTime? Read(string text, DateTimeOffset now, Trust trust)
    {
        var plain = Spaces().Replace(UserText.Plain(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('\u2019', '\''), " ");
        // "It came in on Friday, can I answer on Monday?": only the part that says when it came in is read.
        foreach (var part in Parts().Split(plain).OrderByDescending(part => Arrived().IsMatch(part)))
            if ((Arrived().IsMatch(part) || !Answering().IsMatch(part)) && In(part, now, trust) is { } found)
                return found;
        return null;
    }

    private static ReceivedTime? In(string text, DateTimeOffset now, Trust trust)
    {
        if (Ago().Match(text) is { Success: true } ago)
            return new ReceivedTime(now - Length(ago), TimeReading.AsSaid);

        var here = trust.Local(now).DateTime;
        var ahead = Ahead().IsMatch(text) && !Past().IsMatch(text);
        var days = SpokenDay.In(text, DateOnly.FromDateTime(here), ahead);
        var times = SpokenClock.In(text);
        if (days.IsEmpty)
            return times.IsEmpty ? null : AtLast(times[0], here, ahead, trust);

        var day = days[0];
        // A time belongs to the day that it stands beside.
        var clock = times.Where(time => !days.Skip(1).Any(other => other.At < time.At)).OrderBy(time => time.At < day.At ? day.At - time.At : time.At - day.End).FirstOrDefault();
        return clock is not null ? OnDay(day, clock, here, ahead, trust)
            : day.Part is DayPart.None ? new ReceivedTime(trust.Moment(day.Day.ToDateTime(TimeOnly.MinValue)), TimeReading.DayAlone)
            : new ReceivedTime(trust.Moment(day.Day.ToDateTime(Start(day.Part))), TimeReading.StartOfPart);
    }

    private static ReceivedTime OnDay(SpokenDay day, SpokenClock clock, DateTime here, bool ahead, Trust trust)
    {
        var (time, guessed) = clock.In(day.Part);
        // In the small hours "last night" is already the next day.
        var date = day.Part is DayPart.Night && time.Hour < 6 ? day.Day.AddDays(1) : day.Day;
        var local = date.ToDateTime(time);
        if (local > here && !ahead && guessed && local.AddHours(-12) is var earlier && DateOnly.FromDateTime(earlier) == date)
            local = earlier;
        if (local > here && !ahead && local.AddDays(-7) is var weekBefore && date == DateOnly.FromDateTime(here) && day.OfTheWeek)
            local = weekBefore; // "Friday at four", said on a Friday at three
        return new ReceivedTime(trust.Moment(local), guessed ? TimeReading.GuessedHalf : TimeReading.AsSaid);
    }

    /// <summary>A time without a day: the last time that the clock showed it.</summary>
    private static ReceivedTime AtLast(SpokenClock clock, DateTime here, bool ahead, Trust trust)
    {
        var (time, guessed) = clock.In(DayPart.None);
        var local = here.Date + time.ToTimeSpan();
        if (local > here && !ahead)
            local = guessed && local.AddHours(-12).Date == here.Date ? local.AddHours(-12) : local.AddDays(-1);
        return new ReceivedTime(trust.Moment(local), guessed ? TimeReading.GuessedHalf : TimeReading.AsSaid);
    }

    // Where the time is open, its earliest counts: whoever answers by then is not late.
    private static TimeOnly Start(DayPart part) => part switch
    {
        DayPart.Morning => new(6, 0),
        DayPart.Afternoon => new(12, 0),
        _ => new(18, 0),
    };

    private static TimeSpan Length(Match ago) => ago.Groups["unit"].Value[0] switch
    {
        _ when ago.Groups["number"].Value == "half an" => TimeSpan.FromMinutes(30),
        'h' => TimeSpan.FromHours(Numbers.Read(ago.Groups["number"].Value)),
        _ => TimeSpan.FromMinutes(Numbers.Read(ago.Groups["number"].Value)),
    };

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[;?!\[\]]|\.(?![0-9]|m\b)|\b(?:can|could|must|do|does|should|when|how|is|are|have to|need to|until|by|(?<!day )before|and (?:an?|it|one|the|we|some(?:body|one)))\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\b(?:came|come|comes|coming in|post(?:s|ed)|receiv(?:e|es|ed)|got|get|gets|arriv(?:e|es|ed)|sent|left|wrote|written|comment(?:s|ed)|complain(?:s|ed)|messaged|tagged)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Arrived();

    [GeneratedRegex(@"\b(?:answer|reply|respond|acknowledge)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Answering();

    [GeneratedRegex(@"\b(?:comes|come in|arrives|will|tomorrow|next|coming|gets?|posts|receives?)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:came|posted|received|got|arrived|sent|left|wrote|commented|complained|messaged|tagged)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?<number>[0-9]{1,2}|half an|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<unit>hours?|hrs?|minutes?|mins?) ago\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ago();
}
