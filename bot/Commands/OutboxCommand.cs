using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// <c>outbox [--parked] [--resend KEY|--resend-all]</c>: what waits, what nobody tries any more and why, and trying it again. May run beside the bot, which sends it.
/// </summary>
internal static class OutboxCommand
{
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (args is not ([] or ["--parked"] or ["--resend", _] or ["--resend-all"]))
        {
            await errors.WriteLineAsync("Write: outbox [--parked] [--resend KEY|--resend-all].");
            return 1;
        }
        try
        {
            await using var store = new CaseStore(Composition.DatabaseOf(configuration), TimeSpan.Zero);
            return args is ["--resend", ..] or ["--resend-all"]
                ? await ResendAsync(store, args is [_, var key] ? key : null, time.GetUtcNow(), output)
                : await ListAsync(store, all: args.Length > 0, output);
        }
        catch (ArgumentException fault) when (fault.ParamName == "connectionString")
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

    private static async Task<int> ListAsync(CaseStore store, bool all, TextWriter output)
    {
        var backlog = await store.BacklogAsync(CancellationToken.None);
        await output.WriteLineAsync($"Waiting for Teams: {backlog.Waiting}. In doubt: {backlog.Ambiguous}. Waiting for Graph: {backlog.WaitingForGraph}. Parked: {backlog.Parked}.");
        if (!all)
            return 0;
        foreach (var letter in await store.DeadLetters.AllAsync(CancellationToken.None))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{letter.Key}  {letter.Kind}, {letter.Reason}, tried {letter.Attempts} times, written {letter.WrittenAt:yyyy-MM-dd HH:mm} UTC"));
        return 0;
    }

    private static async Task<int> ResendAsync(CaseStore store, string? key, DateTimeOffset now, TextWriter output)
    {
        var again = await store.DeadLetters.SendAgainAsync(key, now);
        await output.WriteLineAsync(again switch
        {
            0 when key is not null => "Nothing parked has this key. outbox --parked lists the keys.",
            0 => "Nothing is parked.",
            1 => "1 delivery is due again; the bot sends it.",
            _ => $"{again} deliveries are due again; the bot sends them.",
        });
        return again == 0 && key is not null ? 1 : 0;
    }
}
