using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Faults;

/// <summary>
/// One person's Teams in one conversation, with the channel behind it, which delivers an activity again, the very same, until the bot has
/// taken it.
/// </summary>
internal sealed class TeamsClient(BotProcess bot, FakeConnector teams, Mishaps mishaps, HttpClient http, string personId, string conversation, string type)
{
    private static int activities;

    /// <summary>The messages that stand in the conversation now.</summary>
    public IEnumerable<PostedMessage> Messages => (type == "personal"
        ? teams.MessagesIn(conversation)
        : teams.AllMessages.Where(message => message.ConversationId.StartsWith(conversation, StringComparison.Ordinal))).Where(message => !message.Deleted);

    public Task SayAsync(string text, CancellationToken cancellationToken) =>
        DeliverAsync(Activity(conversation, new() { ["type"] = "message", ["text"] = text }), cancellationToken);

    /// <summary>Draws a card: the client asks the bot for its present face, and shows what it has when there is none.</summary>
    public async Task<DrawnCard?> DrawAsync(PostedMessage message, CancellationToken cancellationToken)
    {
        var card = DrawnCard.Of(message.Activity);
        return card?.Refresh is { } refresh
            ? await PressAsync(message, refresh, JsonObject.Create(refresh.GetProperty("data"))!, "automatic", cancellationToken) ?? card
            : card;
    }

    /// <summary>Presses a button; the card that is answered, or null when it is a sentence.</summary>
    public async Task<DrawnCard?> PressAsync(PostedMessage message, JsonElement button, JsonObject data, string trigger, CancellationToken cancellationToken)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = button.GetProperty("verb").GetString(), ["data"] = data };
        var answer = await DeliverAsync(
            Activity(message.ConversationId, new()
            {
                ["type"] = "invoke",
                ["name"] = "adaptiveCard/action",
                ["replyToId"] = message.ActivityId,
                ["value"] = new JsonObject { ["action"] = action, ["trigger"] = trigger },
            }),
            cancellationToken);
        return answer.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive" ? new DrawnCard(answer.GetProperty("value")) : null;
    }

    private JsonObject Activity(string where, JsonObject activity)
    {
        activity["id"] = Interlocked.Increment(ref activities).ToString(CultureInfo.InvariantCulture);
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = teams.ServiceUrl;
        activity["from"] = new JsonObject { ["id"] = $"29:{personId}", ["name"] = "Somebody", ["aadObjectId"] = personId };
        activity["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "PolicyBot" };
        activity["conversation"] = new JsonObject { ["id"] = where, ["conversationType"] = type, ["tenantId"] = "tenant" };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant" } };
        return activity;
    }

    private async Task<JsonElement> DeliverAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        var body = activity.ToJsonString();
        while (true)
        {
            await bot.Ready.WaitAsync(cancellationToken);
            try
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                var delivering = http.PostAsync(new Uri(bot.Address, "/api/messages"), content, cancellationToken);
                mishaps.Happened();
                using var response = await delivering;
                if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                    continue;
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                var answer = await response.Content.ReadAsStringAsync(cancellationToken);
                return answer.Length == 0 ? default : JsonElement.Parse(answer);
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                // The bot died over it: deliver it again when it is back.
            }
        }
    }
}
