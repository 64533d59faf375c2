using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Accounts;
using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// <c>accounts import FILE [--dry-run | --good-rows]</c> and <c>accounts export [--out FILE]</c>: the register from and to CSV. A file with one bad row changes
/// nothing, unless the good rows are asked for; then the bad ones are written beside it. May run beside the bot.
/// </summary>
internal static class RegisterCommand
{
    private const string Usage = "Write: accounts import FILE [--dry-run | --good-rows], or accounts export [--out FILE].";

    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TimeProvider time, TextWriter output, TextWriter errors)
    {
        try
        {
            return args switch
            {
                ["import", { Length: > 0 } file] => await ImportAsync(file, dryRun: false, goodRows: false, configuration, time, output, errors),
                ["import", { Length: > 0 } file, "--dry-run"] => await ImportAsync(file, dryRun: true, goodRows: false, configuration, time, output, errors),
                ["import", { Length: > 0 } file, "--good-rows"] => await ImportAsync(file, dryRun: false, goodRows: true, configuration, time, output, errors),
                ["export"] => await ExportAsync(null, configuration, time, output, errors),
                ["export", "--out", { Length: > 0 } file] => await ExportAsync(file, configuration, time, output, errors),
                _ => await SayAsync(errors, Usage),
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or TrustFileException or ArgumentException { ParamName: "connectionString" })
        {
            return await SayAsync(errors, fault.Message);
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException { InnerException: DbException }) // the second is EF Core's for a server that is away
        {
            return await SayAsync(errors, Composition.CasesUnreadable);
        }
    }

    private static async Task<int> ImportAsync(string path, bool dryRun, bool goodRows, IConfiguration configuration, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var (trust, now) = (Composition.TrustOf(configuration), time.GetUtcNow());
        var file = RegisterFile.Parse(await File.ReadAllBytesAsync(path));
        await using var store = new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.Zero);
        var import = await HoldAsync(file, store, trust, now);
        foreach (var fault in import.Faults)
            await errors.WriteLineAsync($"{path}, {fault}");
        if (file.IsUnusable || (import.Faults.Length > 0 && !goodRows))
            return await SayAsync(errors, $"Nothing was imported. Rows to mend: {import.BadRows.Count}. Good rows: {import.Added + import.Changed + import.Unchanged}."
                + (file.IsUnusable || dryRun ? "" : " With --good-rows these are imported, and the others are written into a file of their own."));

        var sum = $"{import.Added} added, {import.Changed} changed, {import.Unchanged} as they were";
        if (dryRun)
        {
            await output.WriteLineAsync($"It would be: {sum}. Nothing was changed.");
            return 0;
        }
        // First the rows that are left out: should that fail, nothing has happened yet.
        var left = $"{path}.bad.csv";
        if (!import.BadRows.IsEmpty)
            await File.WriteAllTextAsync(left, RegisterExport.WriteBad(file, import), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        if (!await store.CommitAllAsync(import.Changes, now))
            return await SayAsync(errors, "Somebody changed the register at the same moment. Nothing was imported; please try again.");
        await output.WriteLineAsync($"{sum}.{(import.BadRows.IsEmpty ? "" : $" {import.BadRows.Count} rows were left out: mend them in {left} and import that.")}");
        return import.BadRows.IsEmpty ? 0 : 1;
    }

    // The number first, then the register: whoever adds an account in between takes the number from us, and nothing is imported.
    private static async Task<RegisterImport> HoldAsync(RegisterFile file, CaseStore store, Trust trust, DateTimeOffset now)
    {
        var next = await store.NextReferenceAsync(CaseReference.Account, trust.Local(now).Year, CancellationToken.None);
        return RegisterImport.Of(file, await RegisterAsync(store), next, trust, now);
    }

    private static async Task<int> ExportAsync(string? path, IConfiguration configuration, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var trust = Composition.TrustOf(configuration);
        await using var store = new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.Zero);
        var accounts = await RegisterAsync(store);
        var csv = RegisterExport.Write(accounts, trust, time.GetUtcNow());
        if (path is null)
            await output.WriteAsync(csv);
        else
            await File.WriteAllTextAsync(path, csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await errors.WriteLineAsync($"{accounts.Length} {(accounts.Length == 1 ? "account" : "accounts")}.");
        return 0;
    }

    private static Task<ImmutableArray<Account>> RegisterAsync(CaseStore store) => store.Accounts.StandingAsync([.. Enum.GetNames<AccountStatus>()], CancellationToken.None);

    private static async Task<int> SayAsync(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return 1;
    }
}
