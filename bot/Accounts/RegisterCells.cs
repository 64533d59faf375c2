using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Secrets;

namespace PolicyBot.Bot.Accounts;

/// <summary>Reads the cells of one row, each as what it means, and gathers what is wrong with them. A column that is left out says nothing: what was known stays.</summary>
internal sealed class RegisterCells(RegisterRow row, RegisterPeople people, Trust trust)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    private readonly ImmutableArray<RegisterFault>.Builder faults = ImmutableArray.CreateBuilder<RegisterFault>();

    public ImmutableArray<RegisterFault> Faults => faults.ToImmutable();

    public void Wrong(string column, string sentence) => faults.Add(new RegisterFault(row.Line, column, sentence));

    public string? Text(string column, string? before, Func<string, string?> wrong)
    {
        if (row[column] is not { } text)
            return before;
        if (wrong(text) is { } sentence)
            Wrong(column, sentence);
        else if (text != before && IsSecret(column, text))
            Wrong(column, "this looks like a password or a code, and is not said again. The register never holds any. Take it out, and change it where it is used.");
        return text.Length == 0 ? null : text;
    }

    // What the register has already comes back as it went out.
    private static bool IsSecret(string column, string text) => column switch
    {
        RegisterColumns.Purpose or RegisterColumns.Audience or RegisterColumns.OwnerOfRecord => LooksSecret.In(text),
        RegisterColumns.Name => LooksSecret.InName(text),
        _ => false,
    };

    public string Platform(string before)
    {
        if (row[RegisterColumns.Platform] is not { } text)
            return before;
        if (PlatformOf(text) is { } platform)
            return platform;
        Wrong(RegisterColumns.Platform, $"{(text.Length == 0 ? "this is empty" : $"'{UserText.Shorten(text, 40)}' is no platform that the register knows")}. Write one of: {string.Join(", ", AccountChoices.Platforms.Select(platform => platform.Value))}.");
        return before;
    }

    public string Academy(string before)
    {
        if (row[RegisterColumns.Academy] is not { } text)
            return before;
        if (text.Length == 0 || text.Equals(trust.Name, StringComparison.OrdinalIgnoreCase) || text.Equals("trust", StringComparison.OrdinalIgnoreCase))
            return "";
        if (trust.Academies.FirstOrDefault(academy => academy.Key.Equals(text, StringComparison.OrdinalIgnoreCase) || academy.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found.Key;
        Wrong(RegisterColumns.Academy, $"'{UserText.Shorten(text, 40)}' is no academy of the Trust. Write its key or its name, or leave it empty for the Trust itself.");
        return before;
    }

    // What stands there instead may be the very address: it is not said again.
    public IsSo Whether(string column, IsSo before)
    {
        if (row[column] is not { } text)
            return before;
        if (text.Length == 0)
            return IsSo.NotKnown;
        if (Choice(AccountChoices.Whether, text) is { } value)
            return Enum.Parse<IsSo>(value);
        Wrong(column, "write yes, no or not known, and never the address or number itself.");
        return before;
    }

    public TwoFactor Factor(TwoFactor before)
    {
        if (row[RegisterColumns.TwoFactor] is not { } text)
            return before;
        if (Plain(text) switch
        {
            "" or "notknown" => TwoFactor.NotKnown,
            "off" or "no" or "none" => TwoFactor.Off,
            "app" => TwoFactor.App,
            "securitykey" or "key" => TwoFactor.SecurityKey,
            "textmessage" or "text" or "sms" => TwoFactor.TextMessage,
            _ => (TwoFactor?)null,
        } is { } factor)
            return factor;
        Wrong(RegisterColumns.TwoFactor, "write app, security key, text message, off or not known.");
        return before;
    }

    public DateOnly? Day(string column, DateOnly? before)
    {
        if (row[column] is not { } text)
            return before;
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Wrong(column, "write a day as 2027-03-31.");
        return before;
    }

    public PersonRef? Person(string column, PersonRef? before) => row[column] is not { } word ? before : word.Length == 0 ? null : Named(column, word);

    public ImmutableArray<PersonRef> Administrators(ImmutableArray<PersonRef> before)
    {
        if (row[RegisterColumns.Administrators] is not { } named)
            return before;
        var words = named.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > AccountWords.Administrators)
            Wrong(RegisterColumns.Administrators, $"at most {AccountWords.Administrators} people, with semicolons between them.");
        return [.. words.Take(AccountWords.Administrators).Select(word => Named(RegisterColumns.Administrators, word)).OfType<PersonRef>().DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Null where nothing is said of it.</summary>
    public AccountStatus? Status(AccountStatus? before)
    {
        if (row[RegisterColumns.Status] is not { Length: > 0 } text)
            return null;
        if (Choice(AccountChoices.Statuses, text) is { } value && (value != nameof(AccountStatus.HandingOver) || before is AccountStatus.HandingOver))
            return Enum.Parse<AccountStatus>(value);
        Wrong(RegisterColumns.Status, "write open, parked or closed. A handover is begun in the chat.");
        return null;
    }

    public static string? PlatformOf(string text) => Plain(text) == "twitter" ? "x" : Choice(AccountChoices.Platforms, text);

    private PersonRef? Named(string column, string word)
    {
        var (person, wrong) = people.Find(word);
        if (wrong is not null)
            Wrong(column, wrong);
        return person;
    }

    private static string? Choice(ImmutableArray<(string Value, string Title)> choices, string text) =>
        choices.FirstOrDefault(choice => Plain(choice.Value) == Plain(text) || Plain(choice.Title) == Plain(text)).Value;

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
