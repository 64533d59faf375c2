using PolicyBot.Bot.Clocks;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Accounts;

/// <summary>What a file would do to the register: everything that changes, and everything that is wrong. Pure.</summary>
/// <param name="BadRows">The rows with a fault, by their lines.</param>
internal sealed record RegisterImport(int Added, int Changed, int Unchanged, ImmutableArray<CaseChange> Changes, ImmutableArray<RegisterFault> Faults, ImmutableHashSet<int> BadRows)
{
    private static readonly PersonRef Importer = new("import", "the register's import");

    /// <summary>What a file says, held against the register.</summary>
    /// <param name="file">As it was read.</param>
    /// <param name="register">All accounts, closed ones too.</param>
    /// <param name="next">The reference that the next account would get.</param>
    /// <param name="trust">Knows people and academies.</param>
    /// <param name="now">When it is imported.</param>
    public static RegisterImport Of(RegisterFile file, ImmutableArray<Account> register, CaseReference next, Trust trust, DateTimeOffset now)
    {
        var faults = file.Faults.ToList();
        var reading = new RegisterReading(trust, register);
        var rows = new List<ReadRow>(file.Rows.Length);
        var misshapen = faults.Select(fault => fault.Line).ToHashSet();
        foreach (var row in file.Rows.Where(row => !misshapen.Contains(row.Line)))
        {
            var (read, wrong) = reading.Read(row);
            faults.AddRange(wrong);
            if (read is not null)
                rows.Add(read);
        }
        faults.AddRange(Twice(rows, register));

        var bad = faults.Select(fault => fault.Line).ToHashSet();
        var (changes, added, changed, unchanged) = (ImmutableArray.CreateBuilder<CaseChange>(), 0, 0, 0);
        foreach (var row in rows.Where(row => !bad.Contains(row.Line)))
            switch (Apply(row, next with { Number = next.Number + added }, now))
            {
                case Ruling<Account>.Allowed allowed:
                    changes.Add(CaseClock.Set(new CaseChange(row.Existing?.Version ?? 0, allowed.After, allowed.Entries), trust, now));
                    (added, changed) = row.Existing is null ? (added + 1, changed) : (added, changed + 1);
                    break;
                case Ruling<Account>.Refused { Sentence: AccountRules.NothingNew }:
                    unchanged++;
                    break;
                case Ruling<Account>.Refused refused:
                    faults.Add(new RegisterFault(row.Line, "", refused.Sentence));
                    break;
            }
        return new RegisterImport(
            added, changed, unchanged, changes.ToImmutable(), [.. faults.OrderBy(fault => fault.Line)], [.. faults.Select(fault => fault.Line)]);
    }

    // Whether another row or another account has the same name on the same platform is known before: asking each of them again would take minutes.
    private static Ruling<Account> Apply(ReadRow row, CaseReference reference, DateTimeOffset now)
    {
        if (row.Existing is { } existing)
            return AccountSteps.Take(existing, [
                account => row.Status is { } status && (account.Status is AccountStatus.Closed || status is not AccountStatus.Closed) ? AccountRules.Mark(account, status, "import", Importer, now) : Nothing,
                account => row.Lead is { } lead && !account.IsLead(lead.Id) ? AccountRules.HandTo(account, lead, "import", Importer, now) : Nothing,
                account => row.Facts == account.Facts ? Nothing : AccountRules.Change(account, row.Facts, [], Importer, now),
                account => row.Status is AccountStatus.Closed ? AccountRules.Mark(account, AccountStatus.Closed, "import", Importer, now) : Nothing,
            ]);
        return AccountRules.Add(reference, row.Facts, row.Lead, [], Importer, $"import/{reference}", now) switch
        {
            Ruling<Account>.Allowed { After: var account } allowed when row.Status is { } status and not AccountStatus.Open && AccountRules.Mark(account, status, "import", Importer, now) is Ruling<Account>.Allowed marked =>
                new Ruling<Account>.Allowed(marked.After, [.. allowed.Entries, .. marked.Entries]),
            var ruling => ruling,
        };
    }

    private static readonly Ruling<Account>.Refused Nothing = new(AccountRules.NothingNew);

    /// <summary>Two rows about one account, and a row that gives an account a name which another has.</summary>
    private static IEnumerable<RegisterFault> Twice(List<ReadRow> rows, ImmutableArray<Account> register)
    {
        foreach (var group in rows.GroupBy(row => row.Facts.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
            foreach (var row in group.Skip(1))
                yield return new RegisterFault(row.Line, RegisterColumns.Handle, $"this account stands on line {group.First().Line} already. Take one of the two out.");
        foreach (var group in rows.Where(row => row.Existing is not null).GroupBy(row => row.Existing!.Reference).Where(group => group.Count() > 1))
            foreach (var row in group.Skip(1).Where(row => row.Facts.Key != group.First().Facts.Key))
                yield return new RegisterFault(row.Line, RegisterColumns.Reference, $"{group.Key} stands on line {group.First().Line} already. Take one of the two out.");
        var renamed = rows.Select(row => row.Existing?.Reference).OfType<CaseReference>().ToHashSet();
        var others = register.Where(account => account.Status is not AccountStatus.Closed && !renamed.Contains(account.Reference)).GroupBy(account => account.Facts.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var row in rows)
            if (others.TryGetValue(row.Facts.Key, out var other) && other.Reference != row.Existing?.Reference)
                yield return new RegisterFault(row.Line, RegisterColumns.Handle, $"{other.Reference} has this name on this platform already.");
    }
}
