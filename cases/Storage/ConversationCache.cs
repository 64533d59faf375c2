using System.Collections.Concurrent;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// The conversations that were spoken in lately. Only with SQLite, where this process is the only writer: what it wrote last is what is stored.
/// Every message reads its conversation, and a read from the database costs as much as all the rest of loading.
/// </summary>
internal sealed class ConversationCache
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Conversation> latest = new(StringComparer.Ordinal);
    private int added; // since it was last emptied: the dictionary's own count stops everybody

    public Conversation? Find(string key) => latest.GetValueOrDefault(key);

    /// <summary>Keeps the newer one: two turns in one conversation may report in either order.</summary>
    public void Put(Conversation conversation)
    {
        if (!latest.TryAdd(conversation.Key, conversation))
            latest.AddOrUpdate(
                conversation.Key, static (_, put) => put, static (_, kept, put) => put.Version > kept.Version ? put : kept, conversation);
        else if (Interlocked.Increment(ref added) >= Most)
        {
            latest.Clear();
            added = 0;
        }
    }

    public void Forget(string key) => latest.TryRemove(key, out _);
}
