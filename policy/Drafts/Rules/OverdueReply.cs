using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>
/// A reply that comes too late, or is meant to. Comments are answered within 24 hours, and on the next working day if they came in at a weekend (monitoring.24-hours). The only
/// clock is the one that the comment opens with: <c>[posted Fri 4 pm; it is now Mon 4.30 pm]</c>; without it nothing is said.
/// </summary>
internal static partial class OverdueReply
{
    public const string Rule = "overdue_reply";

    private const int Week = 7 * 24 * 60;
    private const int Day = 24 * 60;

    public static IEnumerable<Raised> In(Draft draft)
    {
        if (draft.Comment is not { } comment || Clock().Match(comment) is not { Success: true } clock || Minute(clock, "1") is not { } posted || Minute(clock, "2") is not { } now)
            yield break;
        now += now < posted ? Week : 0;
        var due = Due(posted);
        if (Waits().Match(draft.Text) is { Success: true } waits && Planned(draft.Text, now) > due)
            yield return new Raised(Rule, Severity.Serious, waits.Value);
        else if (now > due)
            yield return new Raised(Rule, Severity.Minor, clock.Value);
    }

    // Minutes since Monday, midnight. What comes in on Saturday or Sunday has until the end of Monday.
    private static int Due(int posted) => posted / Day >= 5 ? Week + Day : posted + Day;

    /// <summary>When the author means to send it: at the named day's end, or in a week where only a later time is named.</summary>
    private static int Planned(string text, int now)
    {
        if (Named().Match(text) is not { Success: true } named)
            return now + Week;
        var day = Array.FindIndex(Days, name => named.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) * Day;
        return day + Day <= now || named.Value.EndsWith('s') ? day + Day + Week : day + Day;
    }

    private static int? Minute(Match clock, string which)
    {
        var day = Array.FindIndex(Days, name => clock.Groups["d" + which].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        if (day < 0 || !int.TryParse(clock.Groups["h" + which].Value, CultureInfo.InvariantCulture, out var hour))
            return null;
        var minute = int.TryParse(clock.Groups["m" + which].Value, CultureInfo.InvariantCulture, out var past) ? past : 0;
        var half = clock.Groups["p" + which].Value.ToLowerInvariant();
        return (day * Day) + (((hour % 12) + (half is "pm" or "noon" ? 12 : 0)) * 60) + minute;
    }

    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    [GeneratedRegex(@"\[\s*posted (?<d1>\w+),? (?<h1>\d{1,2})(?:[.:](?<m1>\d\d))? ?(?<p1>am|pm|noon|midnight);? (?:and )?it is now (?<d2>\w+),? (?<h2>\d{1,2})(?:[.:](?<m2>\d\d))? ?(?<p2>am|pm|noon|midnight)\s*\]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Clock();

    // The author's note to themselves, or a habit of the page: the words that hold an answer back.
    [GeneratedRegex(@"(?:[\[(][^\])]*\b)?(?:hold(?: this| it)?\b|save (?:this |it )?(?:until|till|for)|leave this|sit on|schedule|to go out|goes out|go out|not to be sent|do not (?:publish|post|send)|let (?:her|him|them|it) (?:stew|wait)|post this then|send (?:it )?(?:on (?:mon|tue|wed|thu|fri|sat|sun)|after)|for posting|only (?:look|check|read|answer|reply)\w*|(?:looked at|checked|answered|read|seen to) (?:only )?(?:on|once|every)|once a (?:week|fortnight|month)|last \w+ of the month|picked up (?:next|on)|away until|back (?:on|next)|we do this page on|answers? (?:go up|on)|after (?:half-term|half term|the holidays|the break|easter|christmas)|until next week|till next week)[^.!?\])]*[\])]?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Waits();

    [GeneratedRegex(@"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();
}
