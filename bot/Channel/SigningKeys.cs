using System.Text.Json;
using Microsoft.Extensions.Options;

namespace PolicyBot.Bot.Channel;

/// <summary>A key that was looked for. Without a key, <c>KeysAreKnown</c> tells a forged key id (refuse) from keys we could not fetch (ask again later).</summary>
internal readonly record struct KeyLookup(SigningKey? Key, bool KeysAreKnown);

/// <summary>
/// The Bot Framework's signing keys with their endorsements, held as one unit. Fetched at least daily, since keys rotate at any time, and
/// at once for an unknown key id, but then at most every five minutes: anyone can invent key ids (AUTH-08, AUTH-09).
/// </summary>
internal sealed partial class SigningKeys(ChannelHttp http, Uri metadata, TimeProvider time, ILogger<SigningKeys> logger)
{
    public SigningKeys(ChannelHttp http, IOptions<BotOptions> options, TimeProvider time, ILogger<SigningKeys> logger)
        : this(http, Cloud.Of(options.Value).Metadata, time, logger)
    {
    }

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenUnknownKeys = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(5);

    private sealed record Snapshot(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset FetchedAt);

    private readonly Lock gate = new();
    private volatile Snapshot? snapshot;
    private volatile bool lastFetchFailed;
    private Task running = Task.CompletedTask;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset unknownKeyNotBefore = DateTimeOffset.MinValue;

    public async ValueTask<KeyLookup> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (snapshot is { } held && IsFresh(held) && held.Keys.TryGetValue(keyId, out var key))
            return new(key, KeysAreKnown: true);

        await RefreshIfDue().WaitAsync(cancellationToken);

        // After a failed fetch yesterday's keys still serve: losing messages is worse than trusting a key for some hours longer.
        return new(snapshot?.Keys.GetValueOrDefault(keyId), KeysAreKnown: snapshot is not null && !lastFetchFailed);
    }

    private bool IsFresh(Snapshot held) => time.GetUtcNow() - held.FetchedAt < Lifetime;

    private Task RefreshIfDue()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!running.IsCompleted || now < notBefore)
                return running;

            if (snapshot is { } held && IsFresh(held))
            {
                if (now < unknownKeyNotBefore)
                    return running;
                unknownKeyNotBefore = now + BetweenUnknownKeys;
            }

            return running = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(FetchTimeout, time);
            var document = JsonSerializer.Deserialize(await http.Client.GetByteArrayAsync(metadata, timeout.Token), KeyJson.Default.OpenIdMetadata);
            if (document?.JwksUri is not { IsAbsoluteUri: true, Scheme: "https" } address)
                throw new JsonException("The OpenID metadata names no https key set.");

            var keys = SigningKey.ReadSet(await http.Client.GetByteArrayAsync(address, timeout.Token));
            snapshot = new(keys, time.GetUtcNow());
            lastFetchFailed = false;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or JsonException)
        {
            lastFetchFailed = true;
            lock (gate)
            {
                // A passing fault must not shut out a rotated key for five minutes.
                notBefore = time.GetUtcNow() + AfterFailure;
                unknownKeyNotBefore = notBefore;
            }

            FetchFailed(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Bot Framework's signing keys could not be fetched. Known keys stay in use; other messages are answered with 503, so that they come again.")]
    private partial void FetchFailed(Exception fault);
}
