namespace PolicyBot.Cases.Accounts;

/// <summary>What may stand in an account's fields, wherever it was typed: on a card or in a CSV. Each says what is wrong in a sentence, or nothing.</summary>
public static class AccountWords
{
    public const int Handle = 100;
    public const int Name = 120;
    public const int Link = 500;
    public const int Purpose = 300;
    public const int Audience = 200;
    public const int Owner = 120;
    public const int VaultEntry = 127;
    public const int Administrators = 20;

    public static string? WrongHandle(string text) => text.Trim().TrimStart('@').Trim().Length == 0 ? "Please give the account's name on the platform, such as @north_academy." : TooLong(text, Handle);

    public static string? WrongName(string text) => text.Length == 0 ? "Please say what people call it, such as North Academy on Instagram." : TooLong(text, Name);

    public static string? WrongLink(string text) =>
        text.Length == 0 ? null
        : text.Length > Link ? TooLong(text, Link)
        : Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && link.UserInfo.Length == 0 && link.Host.Contains('.', StringComparison.Ordinal)
            ? null
            : "Please give the whole link, beginning with https://, or leave it empty.";

    public static string? WrongOwner(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? "Please give a name here, such as the Trust's, and no address." : TooLong(text, Owner);

    /// <summary>Only the name of an entry: whoever puts a password here by mistake is stopped in nearly every case.</summary>
    public static string? WrongVaultEntry(string text) => text.Length <= VaultEntry && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-')
        ? null
        : "Please give only the name of the entry: letters, digits and hyphens. The password itself never goes here.";

    public static string? TooLong(string text, int longest) => text.Length > longest ? $"Please keep this under {longest} characters." : null;
}
