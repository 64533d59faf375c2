using System.Globalization;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Delivery;
using PolicyBot.Bot.Graph;
using PolicyBot.Bot.People;
using PolicyBot.Bot.Turn;
using PolicyBot.Cards;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Clocks;

/// <summary>Tells whoever looks after the bot once a week that a secret or a certificate of its own ends within thirty days. Every instance looks; the card's key is the week's, so it comes once.</summary>
internal sealed partial class ExpiryWatch(
    CaseStore store, IPeople people, Postman postman, IOptions<BotOptions> bot, IOptions<GraphOptions> graph, TimeProvider time, ILogger<ExpiryWatch> logger) : BackgroundService
{
    // Soon, because there are machines that are started anew every night; not at once, because nobody is reached before the first person has written.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = AfterStart;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(wait, time, stoppingToken);
                wait = Between;
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The database may be away for a while; the watch must be there when it is back.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Faulted(fault.GetType().Name);
            }
        }
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await people.LookAsync(cancellationToken) is not { Confirmed: true, Trust: var trust })
            return;
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(trust.Local(now).DateTime);
        ImmutableArray<(string Setting, DateOnly EndsOn)> ending =
            [.. Expiries.Of(bot.Value, graph.Value).Where(expiry => expiry.IsNear(today)).Select(expiry => (expiry.Setting, expiry.EndsOn!.Value)).OrderBy(each => each.Value)];
        if (ending.IsEmpty)
            return;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var person in trust.Administrator.People)
        {
            var card = $"expiry/{monday}/{person}";
            if (await store.FindPostedCardAsync(card, cancellationToken) is null
                && await store.CommitAsync(new TurnCommit("expiry", card, now, null) { Deliveries = [Consequences.Of(new Send.ToPerson(person, card, 0, ExpiryCards.Soon(ending, today)))] }) is CommitResult.Committed)
                postman.Wake();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether secrets end soon cannot be told ({Fault}); it is looked at again.")]
    private partial void Faulted(string fault);
}
