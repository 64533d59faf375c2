using System.Collections.Concurrent;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Bot.Channel;

/// <summary>The stored form of a conversation's address. Many turns share few addresses, so reading one is remembered.</summary>
internal static class Addresses
{
    private const int MostRemembered = 4096;
    private static readonly ConcurrentDictionary<string, ConversationReference> Remembered = new(StringComparer.Ordinal);

    /// <summary>
    /// How to reach the conversation that this activity came from. In a channel or group it must not depend on who spoke, and in a channel not on
    /// the thread either.
    /// </summary>
    /// <param name="known">The address so far; the same string comes back while nothing has changed.</param>
    public static string Of(Activity activity, string key, ConversationKind kind, string? known)
    {
        var reference = ConversationReference.From(activity)! with { ConversationId = key };
        if (kind is not ConversationKind.Personal)
            reference = reference with { UserId = null, UserAadObjectId = null, Locale = null };
        return known is { Length: > 0 } && Read(known) == reference ? known : reference.ToJson();
    }

    public static ConversationReference Read(string address)
    {
        if (Remembered.TryGetValue(address, out var reference))
            return reference;
        if (Remembered.Count >= MostRemembered)
            Remembered.Clear();
        return Remembered[address] = ConversationReference.FromJson(address);
    }
}
