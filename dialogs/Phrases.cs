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
    WhatIsAsked,
    ReadPolicy,
    HaveRead,
    Cases,
    Drill,
    Check,
    Handover,
    Handovers,
    Accounts,
    MyAccounts,
    AddAccount,
    LogComment,
    Comments,
    OverdueComments,
    Vault,
}

/// <summary>The few things that mean the same wherever they are typed. Everything else is a question.</summary>
internal static class Phrases
{
    private const int LongestPhrase = 60;

    private static readonly (Phrase Meaning, string[] Ways)[] Table =
    [
        (Phrase.Greeting, ["hi", "hello", "hey", "hiya", "hi there", "hello there", "good morning", "good afternoon", "good evening", "morning"]),
        (Phrase.Thanks, ["thanks", "thank you", "thanks a lot", "many thanks", "ta", "cheers"]),
        (Phrase.Help, ["help", "help me", "", "what can you do", "menu", "start"]),
        (Phrase.Cancel, ["cancel", "stop", "never mind", "nevermind", "forget it"]),
        (Phrase.Report, [
            "report", "report something", "report an incident", "report incident", "i want to report something", "i need to report something",
            "i would like to report something", "i'd like to report something", "i want to report an incident", "i need to report an incident",
            "make a report", "new report", "can i report something",
        ]),
        (Phrase.MyReports, ["my reports", "my cases", "show my reports", "my report", "my questions", "my question"]),
        (Phrase.WhatIsAsked, ["what is asked", "what's asked", "what is being asked", "unanswered questions", "open questions", "show unanswered questions"]),
        (Phrase.ReadPolicy, ["read the policy", "show me the policy", "show the policy", "open the policy", "i want to read the policy", "can i read the policy", "the policy", "policy"]),
        (Phrase.HaveRead, [
            "i have read the policy", "i've read the policy", "i have read it", "i've read it", "i have read the social media policy", "i've read the social media policy",
            "confirm i have read it", "acknowledge", "acknowledge the policy", "acknowledge policy",
        ]),
        (Phrase.Cases, ["cases", "show cases", "all cases", "show me the cases", "list cases", "open cases", "the cases"]),
        (Phrase.Check, [
            "check", "check this", "check this please", "check my post", "check a post", "check my draft", "check a draft", "check my reply", "check this before i post", "check this before i post it",
            "can someone check this", "can someone check this before i post", "can someone check this before i post it", "can somebody check this", "can somebody check this before i post",
            "can somebody check this before i post it", "can you check this before i post", "second opinion", "get a second opinion", "i want a second opinion", "i need a second opinion",
            "i would like a second opinion", "i'd like a second opinion", "can i get a second opinion",
        ]),
        (Phrase.Handover, [
            "handover", "hand over", "hand over an account", "hand an account over", "start a handover", "start handover", "i want to hand over an account", "i need to hand over an account", "i'd like to hand over an account",
            "i would like to hand over an account", "new handover", "account handover", "can i hand over an account",
        ]),
        (Phrase.Handovers, ["handovers", "my handovers", "show handovers", "show me the handovers", "open handovers", "all handovers", "account handovers"]),
        (Phrase.Accounts, [
            "accounts", "register", "the register", "the register of accounts", "register of accounts", "account register", "accounts register", "show accounts", "show me the accounts", "list accounts",
            "all accounts", "our accounts", "the accounts", "show the register", "open the register",
        ]),
        (Phrase.MyAccounts, ["my accounts", "my account", "show my accounts", "show me my accounts", "accounts i lead", "the accounts i lead", "accounts i look after", "which accounts do i lead", "which accounts do i look after"]),
        (Phrase.AddAccount, ["add an account", "add account", "new account", "register an account", "add a new account", "add an account to the register"]),
        (Phrase.LogComment, [
            "log a comment", "log comment", "log a complaint", "log a query", "log a message", "record a comment", "new comment", "a comment came in", "a complaint came in", "a query came in",
            "comment received", "complaint received", "query received", "we got a comment", "we got a complaint", "i want to log a comment", "i need to log a comment", "tell somebody about a comment",
        ]),
        (Phrase.Comments, ["comments", "my comments", "open comments", "show comments", "show my comments", "show me the comments", "comments received", "list comments", "the comments"]),
        (Phrase.OverdueComments, ["overdue comments", "late comments", "show overdue comments"]),
        (Phrase.Vault, ["vault", "the vault", "open the vault", "show the vault", "sign-in details", "sign in details", "put in a password", "store a password", "change the password in the vault"]),
        (Phrase.Drill, ["drill", "start a drill", "hold a drill", "run a drill"]),
    ];

    private static readonly FrozenDictionary<string, Phrase> Known =
        Table.SelectMany(row => row.Ways, (row, way) => KeyValuePair.Create(way, row.Meaning)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

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
