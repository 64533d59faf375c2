using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts;

/// <summary>What a passage's form shows, whatever its words: a full name, a class, an e-mail address, capitals.</summary>
internal static partial class Signs
{
    private static readonly (string Sign, Regex Form)[] Forms =
    [
        ("titledname", Titled()), ("fullname", FullName()), ("classcode", ClassCode()), ("email", Email()), ("phone", Phone()), ("postcode", Postcode()),
        ("street", Street()), ("birth", Birth()), ("money", Money()), ("clocktime", ClockTime()), ("handle", Handle()), ("link", Link()), ("shout", Shout()),
        ("exclaims", Exclaims()), ("asks", Asks()), ("schoolname", SchoolName()), ("singular", Singular()), ("yearof", YearOf()), ("bracketed", Bracketed()), ("quoted", Quoted()),
        ("masked", Masked()), ("possessive", Possessive()), ("initialled", Initialled()),
    ];

    public static IEnumerable<string> In(string passage) => Forms.Where(each => each.Form.IsMatch(passage)).Select(each => each.Sign);

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Rev|Father|Sister|Coach|Councillor|Cllr|Lord|Lady|Prince|Princess|Private|Captain|Judge|President|Professor|Saint|King|Queen)\.? (?:[A-Z][a-z'’-]+)", RegexOptions.None, 1000)]
    public static partial Regex Titled();

    [GeneratedRegex(@"(?<!\b(?:Mr|Mrs|Ms|Miss|Dr|St)\.? )\b(?!(?:The|Our|We|A|An|My|On|In|At|For|To|Well|Year|North|South|East|West|New|Good|Great|Happy|Thank|Please|Head|Dear|Year|Come|Congratulations|Saturday|Monday|Tuesday|Wednesday|Thursday|Friday|Sunday|Meet|And|But|So|Ask|Stand|Poor|Dudley)\b)[A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)? (?:[A-Z]\.? )?(?!(?:Academy|School|College|Trust|Street|Road|Lane|Park|Hall|House|Avenue|Close|Court|Primary|High|Team|Department|Club|Day|Week|Centre|Library|Theatre|Farm|Wood|Hill|Bridge|Station|Church|Cup|League|Year|Book|Award|Awards|Office|University|Hospital|Gardens|Arena|Castle|Museum|Festival|Express|Courier|Gazette|Coaches|Press|Road|Green|Common|Eve|Night|Test)\b)(?:Mc|Mac|O['’]|De |Di |Al-|El-|Von |Van )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?", RegexOptions.None, 1000)]
    public static partial Regex FullName();

    [GeneratedRegex(@"\b(?:[7-9]|1[0-3])[A-Z]{1,2}[0-9]?\b|\b[Yy](?:ear |r ?|)(?:[7-9]|1[0-3])\b|\bForm [A-Z0-9]{1,3}\b", RegexOptions.None, 1000)]
    public static partial Regex ClassCode();

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]{2,}", RegexOptions.None, 1000)]
    public static partial Regex Email();

    [GeneratedRegex(@"(?<![\d£.])(?:\+44 ?\(?0?\)? ?|0)(?:7\d{3}[ -]?\d{3}[ -]?\d{3}|1\d{2,4}[ -]?\d{3}[ -]?\d{3,4}|2\d[ -]?\d{4}[ -]?\d{4}|20[ -]?\d{4}[ -]?\d{4})(?!\d)", RegexOptions.None, 1000)]
    public static partial Regex Phone();

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", RegexOptions.None, 1000)]
    public static partial Regex Postcode();

    [GeneratedRegex(@"\b\d{1,3}[a-z]?,? (?:[A-Z][a-z'’]+ ){1,2}(?:Road|Street|Lane|Avenue|Close|Drive|Court|Crescent|Grove|Way|Terrace|Rise|Place|Gardens)\b", RegexOptions.None, 1000)]
    public static partial Regex Street();

    [GeneratedRegex(@"(?i)\b(?:dob|d\.o\.b|date of birth|born(?: on)?|birthday(?: is)?)\b.{0,18}\d|\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b", RegexOptions.None, 1000)]
    public static partial Regex Birth();

    [GeneratedRegex(@"[£$€] ?\d|\b\d+p\b|(?i)\bquid\b|\bper cent off\b|\d ?% off", RegexOptions.None, 1000)]
    public static partial Regex Money();

    [GeneratedRegex(@"\b\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)\b|\b\d{1,2}:\d{2}\b", RegexOptions.None, 1000)]
    public static partial Regex ClockTime();

    [GeneratedRegex(@"(?<!\w)@\w{2,}", RegexOptions.None, 1000)]
    public static partial Regex Handle();

    [GeneratedRegex(@"https?://|www\.|\b\w+\.(?:com|co\.uk|org|net)\b", RegexOptions.None, 1000)]
    public static partial Regex Link();

    [GeneratedRegex(@"\b[A-Z]{4,}\b.*\b[A-Z]{3,}\b", RegexOptions.None, 1000)]
    public static partial Regex Shout();

    [GeneratedRegex(@"!!|!.*!.*!", RegexOptions.None, 1000)]
    public static partial Regex Exclaims();

    [GeneratedRegex(@"\?", RegexOptions.None, 1000)]
    public static partial Regex Asks();

    [GeneratedRegex(@"\b(?:[A-Z][a-z]+ )+(?:Academy|Academies|School|College|Primary|High)\b|\b(?:the|our) (?:Academy|Trust)\b|Academies Trust|@\w*academy\w*", RegexOptions.None, 1000)]
    public static partial Regex SchoolName();

    [GeneratedRegex(@"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|me|myself|mine)\b", RegexOptions.None, 1000)]
    public static partial Regex Singular();

    [GeneratedRegex(@"\b(?:1[0-9]\d{2}|20[0-2]\d)\b", RegexOptions.None, 1000)]
    public static partial Regex YearOf();

    [GeneratedRegex(@"\([^)]+\)", RegexOptions.None, 1000)]
    public static partial Regex Bracketed();

    [GeneratedRegex(@"[“""‘][^”""’]{3,}[”""’]", RegexOptions.None, 1000)]
    public static partial Regex Quoted();

    [GeneratedRegex(@"\w\*+\w*", RegexOptions.None, 1000)]
    public static partial Regex Masked();

    [GeneratedRegex(@"\b[A-Z][a-z]+['’]s\b", RegexOptions.None, 1000)]
    public static partial Regex Possessive();

    [GeneratedRegex(@"\b[A-Z]\.? ?[A-Z]\.(?=\W)|\b[A-Z][a-z]+ [A-Z]\b(?![a-z])", RegexOptions.None, 1000)]
    public static partial Regex Initialled();
}
