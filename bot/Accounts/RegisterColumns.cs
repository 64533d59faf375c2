using System.Collections.Frozen;

namespace PolicyBot.Bot.Accounts;

/// <summary>The columns of the register as CSV. Their order in a file does not matter, and what is left out stays as it is.</summary>
internal static class RegisterColumns
{
    public const string Reference = "reference";
    public const string Platform = "platform";
    public const string Handle = "handle";
    public const string Name = "name";
    public const string Link = "link";
    public const string Academy = "academy";
    public const string Purpose = "purpose";
    public const string Audience = "audience";
    public const string Lead = "lead";
    public const string Deputy = "deputy";
    public const string Administrators = "administrators";
    public const string OwnerOfRecord = "ownerOfRecord";
    public const string RecoveryEmailIsTrusts = "recoveryEmailIsTrusts";
    public const string RecoveryPhoneIsTrusts = "recoveryPhoneIsTrusts";
    public const string TwoFactor = "twoFactor";
    public const string VaultEntry = "vaultEntry";
    public const string Status = "status";
    public const string NextReview = "nextReview";

    /// <summary>Written for people to read, and passed over when they come back.</summary>
    public const string LastChecked = "lastChecked";
    public const string Health = "health";
    public const string WhatIsWrong = "whatIsWrong";

    /// <summary>What is read, in the order in which it is written.</summary>
    public static readonly ImmutableArray<string> Read =
    [
        Reference, Platform, Handle, Name, Link, Academy, Purpose, Audience, Lead, Deputy, Administrators, OwnerOfRecord, RecoveryEmailIsTrusts, RecoveryPhoneIsTrusts,
        TwoFactor, VaultEntry, Status, NextReview,
    ];

    private static readonly FrozenDictionary<string, string> Known =
        Read.Concat([LastChecked, Health, WhatIsWrong]).ToFrozenDictionary(Plain, column => column, StringComparer.Ordinal);

    // As they stand in a heading, without blanks, hyphens and capitals.
    private static readonly ImmutableArray<string> Secrets =
        ["password", "passwort", "passcode", "passphrase", "passwd", "pwd", "pin", "pincode", "secret", "token", "apikey", "backupcode", "recoverycode", "recoverykey", "2facode", "otp", "totp", "seed", "credential", "login", "signin"];

    private static readonly ImmutableArray<string> Recovery = ["recoveryemail", "recoverymail", "recoveryphone", "recoverynumber", "recoverymobile", "recoveryaddress", "backupemail", "backupphone"];

    /// <summary>A column's name; null when it is none of ours.</summary>
    public static string? Find(string heading) => Known.GetValueOrDefault(Plain(heading));

    /// <summary>Why a file with such a heading is not taken at all; null when nothing is wrong with it.</summary>
    public static string? Wrong(string heading)
    {
        var plain = Plain(heading);
        if (Find(heading) is not null)
            return null;
        if (Recovery.Any(word => plain.StartsWith(word, StringComparison.Ordinal)))
            return "this column would hold a recovery address or number. The register only says whether it is the Trust's. Take the column out, and write yes, no or not known under recoveryEmailIsTrusts or recoveryPhoneIsTrusts.";
        if (Secrets.Any(word => plain == word || (word.Length > 5 && plain.Contains(word, StringComparison.Ordinal)) || plain.EndsWith($"{word}s", StringComparison.Ordinal) && plain.Length == word.Length + 1))
            return "this column looks as if it held passwords or codes. The register never holds any. Take the column out, and change what has stood in this file.";
        return $"the register has no such column. Its columns are: {string.Join(", ", Read)}.";
    }

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>What is wrong with a file of accounts, and what to do about it.</summary>
/// <param name="Line">Where the row begins in the file, from 1.</param>
/// <param name="Column">Empty where it is the whole row.</param>
internal sealed record RegisterFault(int Line, string Column, string Sentence)
{
    public override string ToString() => Column.Length == 0 ? $"line {Line}: {Sentence}" : $"line {Line}, {Column}: {Sentence}";
}
