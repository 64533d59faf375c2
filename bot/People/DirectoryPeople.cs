using System.Collections.Concurrent;
using PolicyBot.Bot.Channel;
using PolicyBot.Cases.People;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.People;

/// <summary>
/// People and roles as the Trust's directory has them, over what <c>trust.json</c> says. It is read again before it is five minutes old, while nobody waits; what is older
/// than that counts as not known, so that whoever lost a role in the directory has lost it here too.
/// </summary>
internal sealed partial class DirectoryPeople(Trust file, IDirectoryReader directory, TimeProvider time, ILogger<DirectoryPeople> logger) : BackgroundService, IPeople
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    /// <summary>A press must be answered within five seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Whoever has written lately is read with the others, so that their manager is known.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    private const int MostAsked = 5000;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> writers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, (bool Member, DateTimeOffset At)> asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly PeopleNow unknown = new(file, confirmed: false);
    private volatile Look? latest;
    private Task running = Task.CompletedTask;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    private sealed record Look(PeopleNow People, PeopleNow Stale, DateTimeOffset At);

    public async ValueTask<PeopleNow> LookAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } now)
            return now;
        try
        {
            await RefreshAsync().WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It goes on; whoever asks next may find it done.
        }
        return Fresh() ?? latest?.Stale ?? unknown;
    }

    public async ValueTask<Asker> WhoIsAsync(ChannelAccount from, PeopleNow now, CancellationToken cancellationToken)
    {
        var who = now.WhoIs(from);
        if (from.AadObjectId is not { Length: > 0 } id)
            return who;
        writers[id] = time.GetUtcNow();
        return who.Standing is Standing.NotStaff && now.Trust.Staff?.Group is { } group
            ? who with { Standing = await IsMemberAsync(id, group, cancellationToken) switch { true => Standing.Staff, false => Standing.NotStaff, null => Standing.Unconfirmed } }
            : who;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await RefreshAsync();
                await Task.Delay(HasFailed() ? AfterFailure : Again, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private PeopleNow? Fresh() => latest is { } look && time.GetUtcNow() is var now && look.At <= now && now - look.At < Lasts ? look.People : null;

    private bool HasFailed()
    {
        lock (gate)
            return time.GetUtcNow() < notBefore;
    }

    // One look at a time, for all who wait.
    private Task RefreshAsync()
    {
        lock (gate)
        {
            if (running.IsCompleted && time.GetUtcNow() >= notBefore)
                running = Task.Run(ReadAsync);
            return running;
        }
    }

    private async Task ReadAsync()
    {
        var began = time.GetUtcNow(); // what changes while it is read may be missing in it
        DirectoryFacts? facts = null;
        try
        {
            facts = await directory.ReadAsync(Groups(), Named(began), CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever it is: then nothing is known, which grants nothing.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Faulted(fault.GetType().Name);
        }
        if (facts is null)
        {
            lock (gate)
                notBefore = time.GetUtcNow() + AfterFailure;
            Unread();
            return;
        }
        var trust = facts.Fill(file);
        latest = new Look(new PeopleNow(trust, confirmed: true), new PeopleNow(trust, confirmed: false), began);
    }

    private ImmutableArray<string> Groups() => [.. file.AllRoles().Select(role => role.Group).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private ImmutableArray<string> Named(DateTimeOffset now)
    {
        foreach (var (id, at) in writers)
            if (now - at > Lately)
                writers.TryRemove(id, out _);
        return [.. file.People.Select(person => person.Id).Concat(file.AllRoles().SelectMany(role => role.People)).Concat(writers.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Somebody who is not in the list: new since it was read, or a pupil. The directory itself is asked, and its answer kept as long as the list.
    private async Task<bool?> IsMemberAsync(string id, string group, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (asked.TryGetValue(id, out var before) && now - before.At < Lasts)
            return before.Member;
        try
        {
            var member = await directory.IsMemberAsync(id, group, cancellationToken).WaitAsync(Patience, time, cancellationToken);
            if (asked.Count >= MostAsked)
                asked.Clear(); // a whole school of pupils: they are asked about again
            if (member is { } known)
                asked[id] = (known, now);
            return member;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The directory cannot be read. What is older than five minutes counts as not known: nobody is let do anything by it, and people are asked to try again.")]
    private partial void Unread();

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the directory failed ({Fault}).")]
    private partial void Faulted(string fault);
}
