using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>
/// What an offensive comment needs is not an answer only: it is hidden or removed and people are told why (abuse.block-report-delete), or the parent is asked to take it down and to come in
/// (parents.ask-to-remove). A reply that does one of the two needs no reminder.
/// </summary>
internal static partial class HideAndReport
{
    public const string Rule = "should_hide_report";

    public static bool IsDone(string reply) => (Hidden().IsMatch(reply) && Why().IsMatch(reply)) || (Remove().IsMatch(reply) && Invite().IsMatch(reply));

    [GeneratedRegex(@"\b(?:hid|hidden|removed|deleted|taken down|took down|blocked|reported)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\b(?:because|since|as it|as they|for (?:its|naming|abuse|abusive|hate|racis|threat|swear)|named|names|naming|threaten\w*|abus\w+|racis\w+|hate\w*|attack\w*|offensive|swear\w*|not allow\w*|against our|breaks?|broke|contained|which (?:is|was)|that (?:is|was))\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b(?:remove|take (?:it|this|that|the|your|down)[^.!?]{0,40}\bdown|take down|delete|take it off|taking (?:it|this) down)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Remove();

    [GeneratedRegex(@"\b(?:come in|come and (?:see|talk|meet)|pop in|meet|in person|face to face|ring (?:me|us|the)|call (?:me|us|the)|speak (?:to|with) (?:us|me)|talk (?:to|with) (?:us|me)|talk it over|talk it through|appointment|discuss)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Invite();
}
