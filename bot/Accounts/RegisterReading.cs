using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Accounts;

/// <summary>What a row says.</summary>
/// <param name="Existing">The account of the register that it is about; null for a new one.</param>
/// <param name="Lead">Null where nothing is said of it.</param>
/// <param name="Status">Null where nothing is said of it.</param>
internal sealed record ReadRow(int Line, Account? Existing, AccountFacts Facts, PersonRef? Lead, AccountStatus? Status);

/// <summary>Reads the rows of a file of accounts against the register: what each says, and everything that is wrong with it.</summary>
internal sealed class RegisterReading(Trust trust, ImmutableArray<Account> register)
{
    private readonly RegisterPeople people = new(trust);
    private readonly Dictionary<string, Account> byReference = register.ToDictionary(account => account.Reference.ToString(), StringComparer.Ordinal);
    private readonly Dictionary<string, Account> byKey = register.OrderBy(account => account.Status is AccountStatus.Closed)
        .DistinctBy(account => account.Facts.Key, StringComparer.Ordinal).ToDictionary(account => account.Facts.Key, StringComparer.Ordinal);

    public (ReadRow? Row, ImmutableArray<RegisterFault> Faults) Read(RegisterRow row)
    {
        var cells = new RegisterCells(row, people, trust);
        var existing = Find(row, cells);
        var lead = cells.Person(RegisterColumns.Lead, null);
        var facts = Facts(existing?.Facts ?? new AccountFacts("", "", "", ""), cells);
        if (existing is null)
            foreach (var (column, value) in (ReadOnlySpan<(string, string)>)[(RegisterColumns.Platform, facts.Platform), (RegisterColumns.Handle, facts.Handle)])
                if (value.Length == 0 && row[column] is null)
                    cells.Wrong(column, "this is needed for an account that is not in the register yet.");
        if (existing?.Lead is not null && row[RegisterColumns.Lead] is { Length: 0 })
            cells.Wrong(RegisterColumns.Lead, "somebody leads this account, and an import cannot take them away. Name somebody, or leave the column out.");
        if (row[RegisterColumns.Deputy] is not null && (lead ?? existing?.Lead) is { } leads && facts.Deputy?.Id == leads.Id)
            cells.Wrong(RegisterColumns.Deputy, "the deputy must be somebody other than the lead.");
        var status = cells.Status(existing?.Status);
        return cells.Faults is { IsEmpty: false } faults ? (null, faults) : (new ReadRow(row.Line, existing, facts, lead, status), []);
    }

    private static AccountFacts Facts(AccountFacts known, RegisterCells cells)
    {
        var handle = (cells.Text(RegisterColumns.Handle, known.Handle, AccountWords.WrongHandle) ?? "").TrimStart('@').Trim();
        return known with
        {
            Platform = cells.Platform(known.Platform),
            Handle = handle,
            // Where nobody says what people call it, they call it by its name there.
            Name = cells.Text(RegisterColumns.Name, known.Name.Length == 0 ? null : known.Name, text => text.Length == 0 ? null : AccountWords.WrongName(text)) ?? handle,
            Academy = cells.Academy(known.Academy),
            Link = cells.Text(RegisterColumns.Link, known.Link, AccountWords.WrongLink),
            Purpose = cells.Text(RegisterColumns.Purpose, known.Purpose, text => AccountWords.TooLong(text, AccountWords.Purpose)),
            Audience = cells.Text(RegisterColumns.Audience, known.Audience, text => AccountWords.TooLong(text, AccountWords.Audience)),
            OwnerOfRecord = cells.Text(RegisterColumns.OwnerOfRecord, known.OwnerOfRecord, AccountWords.WrongOwner),
            VaultEntry = known.IsInVault ? known.VaultEntry : cells.Text(RegisterColumns.VaultEntry, known.VaultEntry, AccountWords.WrongVaultEntry),
            RecoveryEmailIsTrusts = cells.Whether(RegisterColumns.RecoveryEmailIsTrusts, known.RecoveryEmailIsTrusts),
            RecoveryPhoneIsTrusts = cells.Whether(RegisterColumns.RecoveryPhoneIsTrusts, known.RecoveryPhoneIsTrusts),
            TwoFactor = cells.Factor(known.TwoFactor),
            NextReview = cells.Day(RegisterColumns.NextReview, known.NextReview),
            Deputy = cells.Person(RegisterColumns.Deputy, known.Deputy),
            Administrators = cells.Administrators(known.Administrators),
        };
    }

    private Account? Find(RegisterRow row, RegisterCells cells)
    {
        if (row[RegisterColumns.Reference] is { Length: > 0 } named)
        {
            if (CaseReference.TryParse(named, out var reference) && byReference.TryGetValue(reference.ToString(), out var account))
                return account;
            cells.Wrong(RegisterColumns.Reference, $"there is no account {Cards.UserText.Shorten(named, 20)} in the register. Leave it empty for a new one.");
            return null;
        }
        return row[RegisterColumns.Platform] is { } platform && row[RegisterColumns.Handle] is { Length: > 0 } handle && RegisterCells.PlatformOf(platform) is { } value
            ? byKey.GetValueOrDefault(AccountFacts.KeyOf(value, handle))
            : null;
    }
}
