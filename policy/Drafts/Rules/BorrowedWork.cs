using System.Text.RegularExpressions;

namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>Other people's work (legal.copyright, dos.permission-to-share) that is shared as it should be: where a draft says so, ways of saying it are not held against it.</summary>
internal static partial class BorrowedWork
{
    public const string Permission = "copyright";
    public const string Credit = "no_credit";

    public static bool IsPermitted(Draft draft) => Says(draft) is var said && Permitted().IsMatch(said) && !Refused().IsMatch(said);

    public static bool IsCredited(Draft draft) => Says(draft) is var said && Credited().IsMatch(said) && !Removed().IsMatch(said);

    private static string Says(Draft draft) => $"{draft.Text}\n{draft.Images}";

    [GeneratedRegex(@"\b(?:with|by|given|gave|has|have|had)\b[^.;]{0,25}\bpermission\b|\bpermission (?:from|of|given|granted)\b|\b(?:lets?|allows?|allowed|happy for|invited) us\b|\blicen[cs]ed?\b|\bpublic domain\b|\bcreative commons\b|\bcopyright[- ]free\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Permitted();

    [GeneratedRegex(@"\b(?:no|without|not?|never|nobody|n['’]t)\b[^.;]{0,30}\b(?:permission|asked|licen[cs]e|allowed)|\bpermission\b[^.;]{0,30}\b(?:refused|denied|not)|\bonly\b|\bprovided\b|\bexpired\b|\brunning out\b|\bdoes not cover\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"\b(?:photo(?:graph)?s?|pictures?|images?|words|poem|music|lyrics|artwork|drawing|illustration|cartoon|recipe|text|film|video|design(?:ed)?|poster)s?:? (?:is |are |was |were )?(?:by|©|courtesy of) (?!a |an |the |our |us\b)[A-Z][\w'’.-]+|\bcredits?:|\bcredit to [A-Z]|\bcourtesy of [A-Z]|©|\bfrom [A-Z][\w'’]+ [A-Z][\w'’]+['’]s\b", RegexOptions.None, 1000)]
    private static partial Regex Credited();

    [GeneratedRegex(@"\b(?:name|credit|watermark|signature|logo)\b[^.;]{0,25}\b(?:removed|cropped|covered|cut|erased|left (?:off|out)|painted|blurred)|\b(?:removed|cropped|covered|cut off|erased)\b[^.;]{0,25}\b(?:name|credit|watermark|signature|logo)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Removed();
}
