using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>
/// Somebody's own account that associates itself with the Trust must say that it does not speak for it (scope.disclaimer). Serious where the school is named, advice where
/// it is only meant ("my school"); without any link to work it is outside the policy.
/// </summary>
internal static partial class Disclaimer
{
    public const string Rule = "missing_disclaimer";

    public static bool Stands(Draft draft) => Said().IsMatch(draft.Text);

    public static IEnumerable<Raised> In(Draft draft)
    {
        if (draft.Account is DraftAccount.Trust || Stands(draft))
            yield break;
        var all = $"{draft.Text}\n{draft.Images}";
        if (School().Match(all) is { Success: true } school)
            yield return new Raised(Rule, Severity.Serious, school.Value);
        else if (Work().Match(all) is { Success: true } work)
            yield return new Raised(Rule, Severity.Minor, work.Value);
    }

    [GeneratedRegex(@"\b(?:views?|opinions?|thoughts|tweets|posts|everything here)\b[^.!?]{0,30}\b(?:my own|mine|personal|me\b)|\b(?:not|nothing)\b[^.!?]{0,40}\b(?:on behalf|on its behalf|speak(?:ing)? for|the academy['’]s|the school['’]s|the trust['’]s|my employer|official)|\b(?:speak|speaking|tweet|post|posting|write|writing)\b[^.!?]{0,20}\b(?:only )?for (?:myself|me)\b|\bpersonal (?:view|opinion|capacity|account)\b|\bmy own (?:view|opinion)s?\b|\bown (?:views|opinions) only\b|\bopinions? (?:are )?(?:all )?(?:my|mine)|\bjust me\b|\bnot the school\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:[A-Z][\w'’]+ )+(?:Academy|Academies(?: Trust)?|Primary|High School|Community School)\b|\bDudley Academies Trust\b|@\w*academ\w*|#\w*[Aa]cademy\w*", RegexOptions.None, 1000)]
    private static partial Regex School();

    [GeneratedRegex(@"\b(?:my|our|the) (?:school|academy|trust|staffroom|staff room|form|tutor group|tutees|department|head of (?:year|department)|headteacher|line manager|SLT|classroom|pupils|students|INSET|school trip|office staff|canteen)\b|\bmy (?:class|Year|year|boss|lot|head|kids at)\b|\bour (?:head|Year|year|class|classes|leavers|lot|gate|kids)\b|\bwhere I (?:teach|work)\b|\bat work\b|\bSLT\b|\bINSET\b|\bI teach\b|\bteaching\b|\bYear (?:7|8|9|1[0-3])s?\b|\b(?:7|8|9|1[0-3])[A-Z]\b|\bY(?:7|8|9|1[0-3])\b|\bstaffroom\b|\bparents['’] evening\b|\b(?:bottom|top) set\b|\bex-?(?:pupil|student)s?\b|\bleavers\b|\bpupils?\b|\bschool I work\b|\bmarking\b|\bsir\b|\bold (?:Year|class)\b|\bECTs?\b|\bTA\b|\bdeputy\b|\bhead(?:teacher)?\b|\b(?:Head|head) of [A-Z]\w+|\bgovernors?\b|\bclub\b|\bassembly\b|\bopen (?:evening|morning)\b|\bduty\b|\bour place\b|\btimetable\b|\blesson\b|\bdetention\b|\bstaff\b|\bat school\b|\b[Mm]iss\b|\bSir\b|\bmy set\b|\bour (?:office|bursar|receptionist|kitchen|choir|page)\b|\bchild protection\b|\bHR\b|\bcover\b|\bOfsted\b|\bmy old lot\b|\bthe kids\b|\bmy department\b", RegexOptions.None, 1000)]
    private static partial Regex Work();
}
