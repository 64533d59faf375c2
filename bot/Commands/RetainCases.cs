using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Disposal;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Commands;

/// <summary><c>retain [--dry-run]</c>: disposes of what the Trust's schedule no longer keeps, and says of each thing why. May run beside the bot.</summary>
internal static class RetainCases
{
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (args is not ([] or ["--dry-run"]))
        {
            await errors.WriteLineAsync("Write: retain [--dry-run].");
            return 1;
        }
        try
        {
            var (trust, now) = (Composition.TrustOf(configuration), time.GetUtcNow());
            await using var store = new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.Zero);
            await RetainAsync(store.Disposals, trust, dryRun: args.Length > 0, now, output);
            return 0;
        }
        catch (Exception fault) when (fault is TrustFileException or ArgumentException { ParamName: "connectionString" })
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException { InnerException: DbException }) // the second is EF Core's for a server that is away
        {
            await errors.WriteLineAsync(Composition.CasesUnreadable);
            return 1;
        }
    }

    private static async Task RetainAsync(DisposalStore disposals, Cases.People.Trust trust, bool dryRun, DateTimeOffset now, TextWriter output)
    {
        var gone = 0;
        foreach (var due in await disposals.DueAsync(trust.Retention, now, CancellationToken.None))
        {
            var why = string.Create(CultureInfo.InvariantCulture, $"{due.Case.Reference}  {due.Keeping.Rule}; due since {trust.Local(due.Keeping.Until):yyyy-MM-dd}");
            if (due.Held)
                await output.WriteLineAsync($"{why}: kept, there is a legal hold on it");
            else if (dryRun)
                await output.WriteLineAsync($"{why}: would be disposed of");
            else if (await disposals.TakeAwayAsync(due, now, GoesWith(due.Case)))
                await output.WriteLineAsync($"{why}: disposed of ({++gone})");
            else
                await output.WriteLineAsync($"{why}: kept, it has just been changed");
        }

        var chats = await disposals.StaleChatsAsync(trust.Retention, now, CancellationToken.None);
        var cleared = 0;
        foreach (var chat in dryRun ? [] : chats)
            cleared += await disposals.ClearAsync(chat, trust.Retention, now, FilesGo(chat.Files.FirstOrDefault() ?? "", chat.Files)) ? 1 : 0;
        await output.WriteLineAsync(dryRun
            ? $"Unfinished reports or old questions in {chats.Length} chats would be cleared. Nothing was changed."
            : $"{gone} disposed of; unfinished reports or old questions cleared in {cleared} chats.");
    }

    private static ImmutableArray<Cases.Outbox.Delivery> GoesWith(Cases.ICase kept) =>
    [
        .. FilesGo(kept.Reference.ToString(), RetentionRules.FilesOf(kept)),
        .. kept is Account ? Consequences.Of([new Send.File($"disposed/{kept.Reference}/vault", new FileErrand.VaultDisposal(VaultEntry.NameOf(kept.Reference)))]) : [],
    ];

    // The bot deletes them when it runs: the folder may lie on another machine than this one.
    private static ImmutableArray<Cases.Outbox.Delivery> FilesGo(string of, ImmutableArray<string> files) =>
        files.IsEmpty ? [] : Consequences.Of([new Send.File($"disposed/{of}", new FileErrand.Disposal(files))]);
}
