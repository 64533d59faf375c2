using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyBot.Cases.Secrets;

/// <summary>Says whether somebody wants to be told a password here and now: "what's the insta password". A question about passwords is none: "who keeps the passwords?"</summary>
public static partial class AsksForSecret
{
    private const int Longest = 300;
    private const int Patience = 2000;

    // Without one of these nobody asks for one: most questions need nothing more.
    private static readonly SearchValues<string> Names = SearchValues.Create(["pass", "pwd", "pw", "log", "sign", "cred", "code"], StringComparison.OrdinalIgnoreCase);

    public static bool In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest || !text.AsSpan().ContainsAny(Names))
            return false;
        var read = text.Replace('\u2019', '\'');
        try
        {
            return Wants().IsMatch(read) && !About().IsMatch(read);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private const string Secret = @"(?:pass\s?words?|passcodes?|passwd|pwd|pw|log-?ins?|login\s+details|sign-?in\s+details|credentials|recovery\s+codes?|backup\s+codes?|2fa\s+codes?)";

    // What is said of one account's password, by its name or "our".
    private const string OfWhat = @"(?:the|our|my|your|his|her|their|an?|any)\s+(?:[\w'&-]+\s+){0,5}";

    [GeneratedRegex(@"\bwhat(?:'s|s|\s+is|\s+are|\s+was)\s+" + OfWhat + Secret + @"\b|\b(?:give|tell|send|text|email|show|get|dm|remind|type|display|print)\s+(?:it\s+to\s+)?(?:me|us|over|out)?\s*(?:of\s+|with\s+)?" + OfWhat + Secret + @"\b|\b(?:i|we)\s+(?:just\s+|really\s+|urgently\s+)?(?:need|want|forgot|have\s+forgotten)\s+" + OfWhat + Secret + @"\b|\b(?:can|could|may)\s+(?:i|we|you)\s+(?:please\s+)?(?:have|get|give\s+me|tell\s+me|send\s+me|let\s+me\s+have)\s+" + OfWhat + Secret + @"\b|^(?:the\s+)?(?:[\w'&-]+\s+){0,3}" + Secret + @"\s+(?:please|pls|plz)\b", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Wants();

    // Rules, resets, keepers: what the policy, or somebody else, answers.
    [GeneratedRegex(@"\b(?:polic(?:y|ies)|rules?|allowed|reset|strong|secure(?:ly)?|safe(?:ly)?|stored?|keeps?|kept|changed?|who|where|write|wifi|wi-fi|laptop|computer|email\s+password|my\s+(?:own\s+|school\s+)?(?:pass\s?word|log-?in|pw))\b|\b(?:should|must|do)\s+(?:i|we)\s+(?:give|tell|share|send)|\b(?:share|give|tell|send)\b[^.?!]*\bto\b|\bwhat\s+is\s+a\b", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex About();
}
