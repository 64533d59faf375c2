using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyBot.Cases.Secrets;

/// <summary>
/// Says whether words hold something that lets somebody in: a password, a code, a recovery code, a token, the seed of an authenticator. It is asked before anything
/// that a person typed is stored or sent on, so it would rather stop a harmless word than keep a password; a question about passwords is none.
/// </summary>
public static partial class LooksSecret
{
    // Beyond this nobody types a password, and no expression here runs away.
    private const int LongestRead = 20_000;

    private const int Patience = 2000;

    // Without one of these no expression below that looks for a name can find anything: most questions need nothing more.
    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["pass", "pwd", "pword", "pw", "p/w", "psw", "pin", "log", "sign", "cred", "secret", "api", "token", "code", "recover", "auth", "2fa", "otp"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("!$%^*#£~+=?");

    /// <summary>True when something in <paramref name="text"/> looks like a secret. Whoever is refused needs not be told which word it was: it stands in front of them.</summary>
    public static bool In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var read = (text.Length <= LongestRead ? text : text[..LongestRead]).Replace('\u2019', '\'').Replace('\u00a0', ' ');
        try
        {
            var words = read.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return Shape().IsMatch(read) || IsNamed(read) || read.Any(char.IsDigit) && (IsCode(read) || IsRecoveryCodes(read) || Stands(words) || words.Any(IsMixed));
        }
        catch (RegexMatchTimeoutException)
        {
            return true; // what cannot be read in time is not kept
        }
    }

    /// <summary>The same of a name: what accounts are called looks like a password to <see cref="In"/>, such as North_Netball24.</summary>
    public static bool InName(string? text) =>
        !string.IsNullOrWhiteSpace(text) && (In($"@{text}") || text.AsSpan().IndexOfAny(NotInNames) >= 0 && !IsAddress(text) && In($"called {text}"));

    // "The password is Hunter2!x", "pw: sunshine", "changed the passcode to 4471".
    private static bool IsNamed(string text) =>
        text.AsSpan().ContainsAny(Names)
            && Named().Matches(text).Any(match => !(match.Groups["of"].Success && match.Groups["link"].Value == "'s") && IsValue(match.Groups["value"].Value, match.Groups["link"].Value, Rest(text, match)))
        || SignedInWith().Matches(text).Any(match => IsOdd(Bare(match.Groups["value"].Value)));

    // "482913 is your Instagram code".
    private static bool IsCode(string text) => CodeAfter().IsMatch(text) || CodeBefore().IsMatch(text);

    private static bool IsValue(string value, string link, string rest)
    {
        if (value.Length > 2 && value[0] is '"' or '\'' or '“' or '‘' or '`')
            return Bare(value).Length >= 3 && !Said.Contains(Bare(value));
        var bare = Bare(value);
        if (bare.Length < 3 || Said.Contains(bare) || IsAddress(bare))
            return false;
        if (IsOdd(bare))
            return true;
        if (link == "to")
            return false; // "I gave the password to Priya"
        // A plain word is one only where it is all that follows: "pw: sunshine", "the password is sunshine", not "the password is with Priya".
        var alone = rest.Length == 0 || rest[0] is '.' or ',' or ';' or '/' or '\n' || rest.StartsWith("and ", StringComparison.OrdinalIgnoreCase);
        return alone && !value.EndsWith('?') && (link.Trim() is ":" or "=" ? bare.Length >= 4 : bare.Length >= 4 && !IsParticiple(bare));
    }

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ly", StringComparison.OrdinalIgnoreCase);

    // One word, and a strange one: what somebody sends who was asked for it a moment before.
    private static bool Stands(string[] words) =>
        words is [{ Length: >= 8 and <= 64 } only] && !IsAddress(only) && Bare(only) is { Length: >= 8 } bare
        && bare.Any(char.IsAsciiDigit) && bare.Any(char.IsAsciiLetterLower) && (bare.Any(char.IsAsciiLetterUpper) || bare.Any(IsStrong)) && !Dated().IsMatch(bare);

    // Anywhere: letters of both sizes, digits and a sign among them, or a long run that no language has.
    private static bool IsMixed(string word)
    {
        if (word.Length < 8 || IsAddress(word) || Bare(word) is not { Length: >= 8 } bare)
            return false;
        var (upper, lower, digit) = (bare.Any(char.IsAsciiLetterUpper), bare.Any(char.IsAsciiLetterLower), bare.Any(char.IsAsciiDigit));
        if (upper && lower && digit && bare.Any(IsStrong) && !bare.Contains('/', StringComparison.Ordinal))
            return true;
        return bare.Length >= 16 && bare.All(char.IsAsciiLetterOrDigit) && digit && (upper && lower && Changes(bare) >= 6 || bare.Length >= 32 && bare.All(char.IsAsciiHexDigit));
    }

    // Instagram and Google hand out lists of them: "4821 9930", "ab3k-99xz", one a line.
    private static bool IsRecoveryCodes(string text) => RecoveryCodes().Count(text) >= 3 || Seed().Matches(text).Any(match => match.Value.Any(char.IsAsciiDigit));

    private static bool IsOdd(string word) =>
        word.Length >= 4 && !IsAddress(word) && !Dated().IsMatch(word)
        && (word.Any(char.IsAsciiDigit) || word.Any(IsStrong) || word.Skip(1).Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiLetterLower));

    private static int Changes(string word) => word.Zip(word.Skip(1)).Count(pair => KindOf(pair.First) != KindOf(pair.Second));

    private static int KindOf(char c) => char.IsAsciiDigit(c) ? 0 : char.IsAsciiLetterUpper(c) ? 1 : 2;

    private static bool IsStrong(char c) => c is '!' or '$' or '%' or '^' or '*' or '#' or '@' or '£' or '~' or '+' or '?' or '_';

    private static bool IsAddress(string word) =>
        word.StartsWith('#') || word.StartsWith('@') || word.Contains("%3", StringComparison.Ordinal) || Address().IsMatch(word) || Reference().IsMatch(word);

    private static string Bare(string word) => word.Trim('"', '\'', '“', '”', '‘', '’', '`', '(', ')', '[', ']', '.', ',', ';', ':', '?', '*').TrimEnd('!') is { Length: > 0 } bare ? bare : "";

    private static string Rest(string text, Match match) => text[(match.Index + match.Length)..].TrimStart(' ', '\t', '!', '"', '\'', '”', '’', '`');

    // What people say of a password without saying the password.
    private static readonly HashSet<string> Said = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "not", "now", "no", "yes", "in", "on", "with", "for", "from", "by", "to", "of", "it", "this", "that", "who", "what", "where", "when", "why", "how", "which", "whose", "and", "or", "so", "too",
        "wrong", "right", "missing", "lost", "gone", "known", "weak", "strong", "secret", "safe", "secure", "securely", "correct", "incorrect", "different", "same", "ok", "okay", "fine", "old", "new", "easy", "hard", "still", "already",
        "kept", "stored", "shared", "changed", "expired", "forgotten", "broken", "stolen", "hidden", "written", "unknown", "public", "private", "personal", "mine", "ours", "theirs", "yours", "his", "hers", "there", "here", "somewhere", "nowhere",
        "being", "been", "only", "just", "very", "about", "something", "anything", "everyone", "everybody", "someone", "nobody", "required", "needed", "important", "confidential", "compromised", "insecure", "protected", "reset", "available", "long", "short",
        "rules", "policy", "policies", "manager", "please", "help", "thanks", "tomorrow", "today", "monday", "done", "true", "false", "simple", "complicated", "ridiculous", "useless", "obvious", "next", "back", "working", "blank", "empty", "unset", "none", "n/a", "tbc", "see", "ask",
        "i", "we", "you", "he", "she", "they", "my", "our", "your", "their", "her", "its", "all", "any", "both", "always", "never", "often", "usually", "probably", "apparently", "actually", "basically", "because", "since", "if", "unless", "until", "but", "as", "at", "up", "out", "off",
    };

    private const string Name = @"(?:pass\s?words?|pass\s?wd|pass\s?phrase|pass\s?code|pass\s?key|pwd|pword|pw|p/w|psw|pass|pin(?:\s+(?:code|number))?|login\s+details?|log-?in\s+details?|sign-?in\s+details?|logins?|credentials?|secret(?:\s+key)?|api\s+key|access\s+token|recovery\s+(?:code|key)s?|backup\s+codes?|security\s+code|auth(?:entication|enticator)?\s+code|verification\s+code|2fa(?:\s+code)?|otp)";

    [GeneratedRegex(@"(?<![\w/])" + Name + @"(?<of>\s(?:for|to|of|on)\s[^.?!\n:=]{1,50}?)?\s*(?<link>:|=|->|→|–|\bis\s+now\b|\bis\s+still\b|\bis\b|'s\b|\bwas\b|\bwill\s+be\b|\bhas\s+been\s+changed\s+to\b|\b(?:re)?set\s+to\b|\b(?:changed|reset|set)\s+(?:it\s+)?to\b|\bto\b)\s*[:=]?\s*(?<value>[""'“‘`][^""'”’`\n]{3,80}[""'”’`]|\S+)", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Named();

    // "code 482913", "the code is 482 913", "pin 4471".
    [GeneratedRegex(@"\b(?:code|pin|otp|2fa|passcode)\b(?:\s+(?:number|for\s+\S+|is|was|they\s+sent|it\s+sent))*\s*[:=]?\s*(?:\d{6,8}|\d{3}[ -]\d{3}|(?<=\b(?:pin|passcode)\b.{0,20})\d{4})\b", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex CodeAfter();

    [GeneratedRegex(@"\b(?:\d{6,8}|\d{3}[ -]\d{3})\b\s+is\s+(?:your|the|my|our)\s+(?:\S+\s+){0,3}code\b", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex CodeBefore();

    [GeneratedRegex(@"\b(?:log|sign|get)\s?-?in(?:to\s+\S+)?\s+(?:with|using)\s+(?:the\s+)?(?<value>\S+)|\b(?:user\s?name|user|login)\s*[:=]\s*\S+\s*[,;/|\n]\s*(?<value>\S+)|\b[\w.@-]{3,40}\s*/\s+(?<value>\S*\d\S*[!$%^*#@£~+=]\S*)", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex SignedInWith();

    // What has a shape of its own, whatever stands around it.
    [GeneratedRegex(@"otpauth(?:-migration)?://|-----BEGIN [A-Z ]*PRIVATE KEY|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|\b(?:ghp|gho|github_pat|xox[abpsr]|sk|pk|rk|EAA[A-Z])[-_][A-Za-z0-9_-]{16,}|\bAKIA[0-9A-Z]{16}\b|\bAIza[0-9A-Za-z_-]{30,}|\bBearer\s+[A-Za-z0-9._~+/-]{16,}|[?&#](?:[a-z_]*token|api_?key|secret|password|passwd|pwd|code|sig)=[^&\s]{6,}|\bhttps?://[^/\s:@]+:[^/\s@]{3,}@|\bEAA[A-Za-z0-9]{30,}", RegexOptions.None, Patience)]
    private static partial Regex Shape();

    [GeneratedRegex(@"(?<![\w-])(?:\d{4}[ -]\d{4}|[a-z0-9]{4,5}-(?=[a-z0-9]*\d)[a-z0-9]{4,5}|\d{8})(?![\w-])", RegexOptions.None, Patience)]
    private static partial Regex RecoveryCodes();

    [GeneratedRegex(@"\b(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{4}\b", RegexOptions.None, Patience)]
    private static partial Regex Seed();

    [GeneratedRegex(@"^(?:https?://|www\.)|^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|uk|net|io|sch|gov|ac|ly|me|tv|gg|docx?|xlsx?|pdf|png|jpe?g|mp4|csv|txt|pptx?)\b|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^19:", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[A-Za-z]{2,5}-\d{4}-\d{4,7}$", RegexOptions.None, Patience)]
    private static partial Regex Reference();

    // Days, times, years, prices, phone numbers, percentages, ordinals and "year9": numbers that everybody types.
    [GeneratedRegex(@"^(?:[£$]?\d{1,3}(?:[.,:/-]\d{1,4})*(?:%|am|pm|st|nd|rd|th|h|hrs?|mins?|days?|[a-z])?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}\S*|(?:19|20)\d\d|(?:year|yr|ks|y|key)\d{1,2}|\+?0?\d[\d-]{8,})$", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Dated();
}
