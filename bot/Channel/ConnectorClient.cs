using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PolicyBot.Bot.Channel;

/// <summary>
/// The Bot Connector: sends, edits and deletes messages, opens conversations and lists people. Messages are handed in as the JSON that
/// was stored with the decision. Every request ends within <see cref="BotOptions.ConnectorTimeout"/>.
/// </summary>
/// <remarks>Each method throws <see cref="OperationCanceledException"/> when the caller gives up; all other outcomes are results.</remarks>
internal sealed class ConnectorClient(ConnectorExchange exchange)
{
    private const int PageSize = 200;
    private const int MostPages = 500;

    /// <summary>Sends a message. In a channel the conversation id with its <c>;messageid=</c> decides the thread; without it a new thread starts (REST-04).</summary>
    public Task<ConnectorResult> SendAsync(ConversationReference to, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        PostAsync(to, OutgoingCall.Conversation(to.ConversationId, "/activities"), activity, cancellationToken);

    /// <summary>Sends a message as the answer to another; in Teams the conversation id decides where it appears.</summary>
    public Task<ConnectorResult> ReplyAsync(ConversationReference to, string replyToId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        PostAsync(to, OutgoingCall.Activity(to.ConversationId, replyToId), activity, cancellationToken);

    /// <summary>Replaces one of the bot's own messages whole: text, cards and entities.</summary>
    public async Task<ConnectorResult> UpdateAsync(ConversationReference to, string activityId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        var call = new OutgoingCall(HttpMethod.Put, to.ServiceUrl, OutgoingCall.Activity(to.ConversationId, activityId), activity, Repeatable: true);
        var answer = await exchange.CallAsync(call, cancellationToken);
        return answer.Failure ?? new ConnectorResult.Delivered(activityId, to.ConversationId);
    }

    /// <summary>Deletes one of the bot's own messages.</summary>
    public async Task<ConnectorResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken)
    {
        var call = new OutgoingCall(HttpMethod.Delete, to.ServiceUrl, OutgoingCall.Activity(to.ConversationId, activityId), null, Repeatable: true);
        var answer = await exchange.CallAsync(call, cancellationToken);
        return answer.Failure ?? new ConnectorResult.Delivered(activityId, to.ConversationId);
    }

    /// <summary>Opens the one-to-one chat with a person, or finds the one there is; asking twice is harmless (REST-02).</summary>
    /// <param name="serviceUrl">The Connector that serves the tenant.</param>
    /// <param name="botId">The bot's channel id, <c>28:…</c>.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="userId">A <c>29:</c> id; an Entra object id only where the app is installed for the person.</param>
    public async Task<ConnectorResult> CreatePersonalAsync(string serviceUrl, string botId, string tenantId, string userId, CancellationToken cancellationToken)
    {
        var body = new CreateConversation(
            false, new() { Id = botId }, tenantId, new() { Tenant = new() { Id = tenantId } }, [new() { Id = userId }]);
        return await CreateAsync(serviceUrl, body, repeatable: true, cancellationToken);
    }

    /// <summary>Starts a thread in a channel with its first message; the answer names the thread's conversation and the message (REST-03).</summary>
    public async Task<ConnectorResult> CreateChannelThreadAsync(
        string serviceUrl, string botId, string tenantId, string channelId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        using var message = JsonDocument.Parse(activity);
        var place = new ChannelData { Channel = new() { Id = ChannelThread.ChannelOf(channelId) }, Tenant = new() { Id = tenantId } };
        var body = new CreateConversation(true, new() { Id = botId }, tenantId, place, Activity: message.RootElement);
        return await CreateAsync(serviceUrl, body, repeatable: false, cancellationToken);
    }

    /// <summary>One person of a conversation, by <c>29:</c> id, Entra object id or user principal name; 404 when not in it.</summary>
    public async Task<ConnectorResult> GetMemberAsync(ConversationReference of, string userId, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(of, $"/members/{Uri.EscapeDataString(userId)}", cancellationToken);
        return answer.Failure ?? (Read(answer.Body.Span, ActivityJson.Default.ChannelMember) is { } member ? new ConnectorResult.Members([member]) : Unreadable);
    }

    /// <summary>Everyone in a conversation, page by page to the end (REST-11). A team's members are those of the conversation that bears the team's id.</summary>
    public async Task<ConnectorResult> GetMembersAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        var people = new List<ChannelMember>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var from = next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}";
            var answer = await GetAsync(of, $"/pagedmembers?pageSize={PageSize}{from}", cancellationToken);
            if (answer.Failure is { } failure)
                return failure;
            if (Read(answer.Body.Span, ActivityJson.Default.MemberPage) is not { } found)
                return Unreadable;

            people.AddRange(found.Members ?? []);
            if (string.IsNullOrEmpty(found.ContinuationToken))
                return new ConnectorResult.Members(people);
            next = found.ContinuationToken;
        }

        return Unreadable;
    }

    private static ConnectorResult.Retry Unreadable { get; } = new(null, "UnreadableAnswer");

    private async Task<ConnectorResult> PostAsync(ConversationReference to, string path, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        var answer = await exchange.CallAsync(new(HttpMethod.Post, to.ServiceUrl, path, activity, Repeatable: false), cancellationToken);
        return answer.Failure ?? new ConnectorResult.Delivered(ConnectorAnswer.Read(answer.Body.Span).Id, to.ConversationId);
    }

    private async Task<ConnectorResult> CreateAsync(string serviceUrl, CreateConversation body, bool repeatable, CancellationToken cancellationToken)
    {
        var call = new OutgoingCall(HttpMethod.Post, serviceUrl, "/v3/conversations", ActivityBody.Write(body), repeatable);
        var answer = await exchange.CallAsync(call, cancellationToken);
        if (answer.Failure is { } failure)
            return failure;
        var (id, activityId) = ConnectorAnswer.Read(answer.Body.Span);
        return new ConnectorResult.Delivered(activityId, id);
    }

    private Task<CallAnswer> GetAsync(ConversationReference of, string rest, CancellationToken cancellationToken) =>
        exchange.CallAsync(new(HttpMethod.Get, of.ServiceUrl, OutgoingCall.Conversation(of.ConversationId, rest), null, Repeatable: true), cancellationToken);

    private static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
