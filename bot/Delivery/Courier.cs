using PolicyBot.Bot.Channel;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Delivery;

/// <summary>Carries one delivery to Teams, and says in the Connector's words what became of it.</summary>
internal sealed class Courier(CaseStore store, ConnectorClient connector, AnswerStream streams, Pace pace, TimeProvider time)
{
    private static readonly byte[] Withdrawn = """{"type":"message","text":"This card arrived twice. Please use the other one.","summary":"Withdrawn"}"""u8.ToArray();

    /// <summary>One attempt at one delivery.</summary>
    /// <param name="delivery">What to carry.</param>
    /// <param name="address">The address of the conversation, when the caller has it in hand.</param>
    public async Task<Carried> CarryAsync(Cases.Outbox.Delivery delivery, ConversationReference? address, CancellationToken cancellationToken)
    {
        var place = await FindAsync(delivery, address, cancellationToken);
        if (place.Destination is not { } destination)
            return new Carried(place.Obstacle!, null);

        if (pace.Reserve(destination.ConversationId, destination.TenantId, time.GetUtcNow(), ofStream: delivery is { Kind: DeliveryKind.Reply, Activity: not null }) is { Ticks: > 0 } wait)
            return new Carried(new ConnectorResult.Retry(wait, "Pace"), destination);

        var payload = delivery.Payload.Bytes;
        var result = delivery.Kind switch
        {
            DeliveryKind.ChannelPost => await connector.CreateChannelThreadAsync(
                destination.ServiceUrl, destination.BotId, destination.TenantId ?? "", delivery.Target, payload, cancellationToken),
            DeliveryKind.CardUpdate => await connector.UpdateAsync(destination, delivery.Activity ?? "", payload, cancellationToken),
            DeliveryKind.CardRemoval => await RemoveAsync(destination, delivery.Activity ?? "", cancellationToken),
            DeliveryKind.Reply when delivery.Activity is { } stream => await streams.CompleteAsync(destination, stream, payload, cancellationToken),
            _ => await connector.SendAsync(destination, payload, cancellationToken),
        };
        return new Carried(result, destination);
    }

    private async Task<ConnectorResult> RemoveAsync(ConversationReference destination, string activity, CancellationToken cancellationToken)
    {
        var result = await connector.DeleteAsync(destination, activity, cancellationToken);
        // Not every client of the protocol can delete; then the copy says that it is one.
        return result is ConnectorResult.Refused { Status: 501 } ? await connector.UpdateAsync(destination, activity, Withdrawn, cancellationToken) : result;
    }

    private async Task<Place> FindAsync(
        Cases.Outbox.Delivery delivery, ConversationReference? address, CancellationToken cancellationToken)
    {
        switch (delivery.Kind)
        {
            case DeliveryKind.ChannelPost:
                // The channel itself when the bot has heard from it; otherwise any conversation tells where the tenant is served.
                var channel = await store.FindConversationAsync(delivery.Target, cancellationToken) ?? await store.FindAnyConversationAsync(cancellationToken);
                return channel is null ? Place.Missing("NoConversationYet") : new Place(Addresses.Read(channel.Address) with { ConversationId = delivery.Target });

            case DeliveryKind.PersonalPost:
                return await FindPersonAsync(delivery.Target, cancellationToken);

            default:
                var id = delivery.Target;
                return address is not null && ChannelThread.ChannelOf(id) == address.ConversationId
                    ? new Place(address with { ConversationId = id })
                    : await FindConversationAsync(id, cancellationToken);
        }
    }

    private async Task<Place> FindConversationAsync(string id, CancellationToken cancellationToken)
    {
        // A channel that only reads, or a chat that the bot opened, has never written: any conversation tells where the tenant is served.
        var conversation = await store.FindConversationAsync(ChannelThread.ChannelOf(id), cancellationToken) ?? await store.FindAnyConversationAsync(cancellationToken);
        return conversation switch
        {
            null => Place.Missing("NoConversationYet"),
            { Active: false } => Place.Missing(Settlement.RemovedFromConversation),
            _ => new Place(Addresses.Read(conversation.Address) with { ConversationId = id }),
        };
    }

    private async Task<Place> FindPersonAsync(string person, CancellationToken cancellationToken)
    {
        if (await store.FindPersonalConversationAsync(person, cancellationToken) is { } chat)
            return chat.Active ? new Place(Addresses.Read(chat.Address)) : Place.Missing(Settlement.RemovedFromConversation);
        if (await store.FindAnyConversationAsync(cancellationToken) is not { } any)
            return Place.Missing("NoConversationYet");

        // They have never written to the bot. Where it is installed for them the chat can be opened by their directory id; asking twice is harmless.
        var tenant = Addresses.Read(any.Address);
        return await connector.CreatePersonalAsync(tenant.ServiceUrl, tenant.BotId, tenant.TenantId ?? "", person, cancellationToken) switch
        {
            ConnectorResult.Delivered { ConversationId: { } opened } =>
                new Place(tenant with { ConversationId = opened, ConversationType = ConversationTypes.Personal, TeamId = null, TeamChannelId = null }),
            // Teams is busy or away: that says nothing about the person, and a safeguarding report must not be given up for it.
            ConnectorResult.Retry later => new Place(later),
            _ => Place.Missing("NotInstalledForPerson"),
        };
    }

    /// <summary>Where a delivery goes, or why it cannot go anywhere now.</summary>
    private sealed record Place(ConversationReference? Destination, ConnectorResult? Obstacle)
    {
        public Place(ConversationReference destination) : this(destination, null)
        {
        }

        public Place(ConnectorResult obstacle) : this(null, obstacle)
        {
        }

        public static Place Missing(string code) => new(new ConnectorResult.Refused(0, code, RefusalScope.None));
    }
}

/// <summary>What became of an attempt, and where it went.</summary>
internal sealed record Carried(ConnectorResult Result, ConversationReference? Destination);
