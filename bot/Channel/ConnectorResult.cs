namespace PolicyBot.Bot.Channel;

/// <summary>What became of one call to the Connector. Who sends from a stored row does one thing for each of these.</summary>
internal abstract record ConnectorResult
{
    private ConnectorResult()
    {
    }

    /// <summary>It arrived. Teams may answer without an id; such a message can never be edited (REST-07).</summary>
    public sealed record Delivered(string? ActivityId, string? ConversationId = null) : ConnectorResult;

    /// <summary>The people in a conversation, as they were asked for.</summary>
    public sealed record Members(IReadOnlyList<ChannelMember> People) : ConnectorResult;

    /// <summary>It certainly did not arrive, and may be sent again: not before <c>After</c>, when that is given.</summary>
    public sealed record Retry(TimeSpan? After, string Reason) : ConnectorResult;

    /// <summary>It may or may not have arrived: sending it again can show it twice.</summary>
    public sealed record Ambiguous(string Reason) : ConnectorResult;

    /// <summary>It did not arrive and never will in this form. <c>Status</c> is 0 when we did not even send it.</summary>
    public sealed record Refused(int Status, string Code, RefusalScope Scope) : ConnectorResult;
}

/// <summary>How far a refusal reaches: what to stop writing to (REST-08).</summary>
internal enum RefusalScope
{
    /// <summary>This message only.</summary>
    None,

    /// <summary>The bot is not in the conversation any more.</summary>
    Conversation,

    /// <summary>The person blocked or removed the bot.</summary>
    User,

    /// <summary>An administrator switched the bot off for the whole tenant.</summary>
    Tenant,
}
