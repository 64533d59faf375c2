using System.Collections.Frozen;

namespace PolicyBot.Dialogs;

internal enum Phrase
{
    Question,
    Greeting,
    Thanks,
    Help,
    Cancel,
    Report,
    MyReports,
}

/// <summary>The few things that mean the same wherever they are typed. Everything else is a question.</summary>
internal static class Phrases
{
    private const int LongestPhrase = 60;

    private static readonly FrozenDictionary<string, Phrase> Known = new Dictionary<string, Phrase>(StringComparer.OrdinalIgnoreCase)
    {
        ["hi"] = Phrase.Greeting, ["hello"] = Phrase.Greeting, ["hey"] = Phrase.Greeting, ["hiya"] = Phrase.Greeting, ["hi there"] = Phrase.Greeting,
        ["hello there"] = Phrase.Greeting, ["good morning"] = Phrase.Greeting, ["good afternoon"] = Phrase.Greeting, ["good evening"] = Phrase.Greeting,
        ["morning"] = Phrase.Greeting,
        ["thanks"] = Phrase.Thanks, ["thank you"] = Phrase.Thanks, ["thanks a lot"] = Phrase.Thanks, ["many thanks"] = Phrase.Thanks, ["ta"] = Phrase.Thanks, ["cheers"] = Phrase.Thanks,
        ["help"] = Phrase.Help, ["help me"] = Phrase.Help, [""] = Phrase.Help, ["what can you do"] = Phrase.Help, ["menu"] = Phrase.Help, ["start"] = Phrase.Help,
        ["cancel"] = Phrase.Cancel, ["stop"] = Phrase.Cancel, ["never mind"] = Phrase.Cancel, ["nevermind"] = Phrase.Cancel, ["forget it"] = Phrase.Cancel,
        ["report"] = Phrase.Report, ["report something"] = Phrase.Report, ["report an incident"] = Phrase.Report, ["report incident"] = Phrase.Report,
        ["i want to report something"] = Phrase.Report, ["i need to report something"] = Phrase.Report, ["i would like to report something"] = Phrase.Report,
        ["i'd like to report something"] = Phrase.Report, ["i want to report an incident"] = Phrase.Report, ["i need to report an incident"] = Phrase.Report,
        ["make a report"] = Phrase.Report, ["new report"] = Phrase.Report, ["can i report something"] = Phrase.Report,
        ["my reports"] = Phrase.MyReports, ["my cases"] = Phrase.MyReports, ["show my reports"] = Phrase.MyReports, ["my report"] = Phrase.MyReports,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Phrase>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Phrase Understand(string text)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n.!?,:;…\u00a0\u200b");
        if (trimmed.Length > LongestPhrase)
            return Phrase.Question;
        Span<char> plain = stackalloc char[trimmed.Length];
        var length = 0;
        foreach (var c in trimmed)
        {
            var folded = c is '\u2019' ? '\'' : char.IsWhiteSpace(c) ? ' ' : c;
            if (folded is ' ' && length > 0 && plain[length - 1] is ' ')
                continue;
            plain[length++] = folded;
        }
        return Lookup.TryGetValue(plain[..length], out var phrase) ? phrase : Phrase.Question;
    }
}
