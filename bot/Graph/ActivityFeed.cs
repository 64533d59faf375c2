using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Graph;

/// <summary>
/// Puts a line into somebody's activity feed in Teams. Such lines may escape a tenant's rules for keeping and finding, so there is a reference in it and nothing else. All
/// lines of a case are one chain: a later one stands in the place of the one before, and a repeated one in its own.
/// </summary>
internal sealed class ActivityFeed(GraphGate gate, CaseStore store, IOptions<BotOptions> bot) : IGraphCarrier
{
    /// <summary>A type that no manifest declares: asking for it shows whether the permission is there, and nobody hears of it.</summary>
    public const string ProbeType = "policyBotProbe";

    private const string Preview = "Open PolicyBot to see it.";

    public DeliveryKind Kind => DeliveryKind.GraphNotification;

    public GraphResource Resource => GraphResource.ActivityFeed;

    public async Task<GraphFault?> CarryAsync(ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        var line = FeedJson.Read(claimed.Delivery.Payload.Bytes.Span);
        var address = await AddressAsync(line, cancellationToken);
        return await SendAsync(claimed.Delivery.Target, TypeOf(line.Kind), line.Reference, address, cancellationToken);
    }

    /// <summary>Asks for a line that cannot be shown: refused as bad where the permission is there, and as forbidden where it is not.</summary>
    public Task<GraphFault?> ProbeAsync(string person, CancellationToken cancellationToken) =>
        SendAsync(person, ProbeType, $"{CaseReference.Incident}-0001-0001", Chat(), cancellationToken);

    /// <summary>As the manifest writes it.</summary>
    public static string TypeOf(FeedKind kind) => kind.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    /// <summary>The same number for the same case, always: its letters, its year and its number, one after the other.</summary>
    public static long ChainOf(CaseReference reference) =>
        (reference.Kind.Aggregate(0L, (sum, letter) => (sum * 26) + (letter - 'A')) * 100_000_000_000) + (reference.Year * 10_000_000L) + reference.Number;

    private Task<GraphFault?> SendAsync(string person, string type, string reference, string address, CancellationToken cancellationToken) => gate.CallAsync(
        Resource,
        (client, token) => client.Users[person].Teamwork.SendActivityNotification.PostAsync(new SendActivityNotificationPostRequestBody
        {
            Topic = new TeamworkActivityTopic { Source = TeamworkActivityTopicSource.Text, Value = "PolicyBot", WebUrl = address },
            ActivityType = type,
            ChainId = CaseReference.TryParse(reference, out var named) ? ChainOf(named) : 0,
            PreviewText = new ItemBody { Content = Preview },
            TemplateParameters = [new Microsoft.Graph.Models.KeyValuePair { Name = "reference", Value = reference }],
        }, cancellationToken: token),
        cancellationToken);

    // Straight to the post in the channel, where it stands there already; otherwise to the chat with the bot.
    private async Task<string> AddressAsync(FeedLine line, CancellationToken cancellationToken) =>
        await store.FindPostedCardAsync(line.Shows, cancellationToken) is { } card && card.ConversationKey.EndsWith("@thread.tacv2", StringComparison.Ordinal)
            ? $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(card.ConversationKey)}/{Uri.EscapeDataString(card.ActivityId)}?tenantId={Uri.EscapeDataString(bot.Value.TenantId ?? "")}"
            : Chat();

    private string Chat() => $"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString($"28:{bot.Value.AppId}")}";
}
