using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>
/// What the description of a picture tells (images.*): pupils on somebody's own account, a refusal that is known, recognisable pupils and no sign that anybody checked.
/// </summary>
internal static partial class Pictures
{
    public const string OfPupils = "pupil_image";
    public const string Consent = "image_consent";

    public static IEnumerable<Raised> In(Draft draft)
    {
        if (draft.Images is not { } picture)
            yield break;
        var pupils = Pupils().Match(picture);
        if (pupils.Success && NoPupils().IsMatch(picture))
            yield break;
        if (pupils.Success && draft.Account is DraftAccount.Personal && !Kin().IsMatch(picture))
            yield return new Raised(OfPupils, Severity.Serious, pupils.Value);
        if (Refused().Match(picture) is { Success: true } refused)
            yield return new Raised(Consent, Severity.Serious, refused.Value);
        else if (pupils.Success && draft.Account is DraftAccount.Trust && !Faceless().IsMatch(picture) && !Checked().IsMatch(picture) && !Checked().IsMatch(draft.Text))
            yield return new Raised(Consent, Severity.Minor, pupils.Value);
    }

    [GeneratedRegex(@"\b(?:the |a |two |three |four |five |six |seven |eight |nine |ten |eleven |twelve |some |several |all )?(?:[\w-]+ ){0,2}(?:pupils?|students?|children|child|girls?|boys?|kids?|lads?|class|team|squad|cast|choir|band|orchestra|winners?|netballers|footballers|leavers|group|teenagers?|form|prefects?|Year (?:7|8|9|1[0-3])s?|(?:7|8|9|1[0-3])[A-Z])\b", RegexOptions.None, 1000)]
    private static partial Regex Pupils();

    [GeneratedRegex(@"\b(?:no|without|not any) (?:pupils?|people|children|students?|one|faces? (?:visible|shown|in))|\bnobody (?:in|is in|shown|visible)\b|\bempty\b|\bnone of (?:the )?(?:pupils|children)|\bstaff only|\bonly (?:staff|adults|teachers)|\bdrawn by\b|\bdrawing by\b|\bdrawings\b|\bpaintings?\b|\bposter\b|\bscreenshot of the (?:text|timetable)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NoPupils();

    [GeneratedRegex(@"\bmy (?:own )?(?:son|daughter|toddler|baby|nephew|niece|grandson|granddaughter|kids|children|boys|girls|twins)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Kin();

    [GeneratedRegex(@"[^.;,]*\b(?:asked (?:us |me |the \w+ |her |him )?not|asks not|did(?: not|n['’]t) want|does(?: not|n['’]t) want|refus\w+|said no\b|says no\b|no consent|without consent|with(?:drew|drawn)[^.;]{0,20}(?:consent|permission)|consent (?:was |has been )?withdrawn|opted out|(?:on|is on|are on) the no[- ]publish|on (?:the|our) (?:do[- ]not|no)|not (?:to be|for) (?:photographed|publish\w*|shown|used)|prospectus only|website only|internal use only|ticked no|objected|listed (?:child|pupil)|shook (?:her|his) head|hand (?:up|over))[^.;]*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"\b(?:from behind|behind|backs? of|backs to|faces? (?:hidden|turned|blurred|not|out)|blurred|pixelated|unrecognisable|not recognisable|no(?:body is| one is)? recognisable|silhouettes?|far (?:away|off)|from (?:a distance|far|above)|hands|feet|boots|no faces|faces cannot|cannot be seen|helmets|masks)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Faceless();

    [GeneratedRegex(@"\b(?:consent|consents|permissions?|cleared|checked|agreed|no[- ]publish list|said yes|approved|parents know|forms (?:are )?(?:in|signed)|happy (?:to be|with))\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Checked();
}
