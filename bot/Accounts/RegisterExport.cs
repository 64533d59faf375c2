using System.Globalization;
using CsvHelper;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Accounts;

/// <summary>The register as CSV, the way it is read again. It holds no secret; it names people, so it is for those who keep the register.</summary>
internal static class RegisterExport
{
    public static string Write(ImmutableArray<Account> accounts, Trust trust, DateTimeOffset now)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, null, leaveOpen: true);
        foreach (var column in (IEnumerable<string>)[.. RegisterColumns.Read, RegisterColumns.LastChecked, RegisterColumns.Health])
            csv.WriteField(column);
        csv.EndRecord();
        foreach (var account in accounts)
        {
            foreach (var cell in Cells(account, trust, now))
                csv.WriteField(CsvCells.Out(cell));
            csv.EndRecord();
        }
        csv.Flush();
        return text.ToString();
    }

    /// <summary>The rows that were left out, as they stood, with what is wrong in a column of its own.</summary>
    public static string WriteBad(RegisterFile file, RegisterImport import)
    {
        var faults = import.Faults.ToLookup(fault => fault.Line);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, null, leaveOpen: true);
        var kept = file.Headings.Select((heading, at) => (Heading: heading, At: at)).Where(each => RegisterColumns.Find(each.Heading) != RegisterColumns.WhatIsWrong).ToImmutableArray();
        foreach (var (heading, _) in kept)
            csv.WriteField(heading);
        csv.WriteField(RegisterColumns.WhatIsWrong);
        csv.EndRecord();
        foreach (var row in file.Rows.Where(row => import.BadRows.Contains(row.Line)))
        {
            foreach (var (_, at) in kept)
                csv.WriteField(at < row.Cells.Length ? CsvCells.Out(CsvCells.In(row.Cells[at])) : "");
            // Cells that nothing stands over would be lost.
            csv.WriteField(string.Join(' ', [
                .. faults[row.Line].Select(fault => fault.Column.Length == 0 ? fault.Sentence : $"{fault.Column}: {fault.Sentence}"),
                .. row.Cells.Length > file.Headings.Length ? [$"More cells: {string.Join(", ", row.Cells.Skip(file.Headings.Length))}"] : (ImmutableArray<string>)[]]));
            csv.EndRecord();
        }
        csv.Flush();
        return text.ToString();
    }

    private static IEnumerable<string> Cells(Account account, Trust trust, DateTimeOffset now)
    {
        var facts = account.Facts;
        return
        [
            account.Reference.ToString(), facts.Platform, facts.Handle, facts.Name, facts.Link ?? "", facts.Academy, facts.Purpose ?? "", facts.Audience ?? "",
            account.Lead is { } lead ? RegisterPeople.Name(lead, trust) : "", facts.Deputy is { } deputy ? RegisterPeople.Name(deputy, trust) : "",
            string.Join("; ", facts.Administrators.Select(person => RegisterPeople.Name(person, trust))),
            facts.OwnerOfRecord ?? "", Said(AccountChoices.Whether, facts.RecoveryEmailIsTrusts.ToString()), Said(AccountChoices.Whether, facts.RecoveryPhoneIsTrusts.ToString()),
            facts.TwoFactor switch { TwoFactor.App => "app", TwoFactor.SecurityKey => "security key", TwoFactor.TextMessage => "text message", TwoFactor.Off => "off", _ => "not known" },
            facts.VaultEntry ?? "", Said(AccountChoices.Statuses, account.Status.ToString()), Day(facts.NextReview),
            Day(account.LastChecked is { } at ? DateOnly.FromDateTime(trust.Local(at).DateTime) : null),
            AccountHealth.Of(account, trust, now).Score.ToString(CultureInfo.InvariantCulture),
        ];
    }

    private static string Said(ImmutableArray<(string Value, string Title)> choices, string value) => AccountChoices.TitleOf(choices, value).ToLowerInvariant();

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
