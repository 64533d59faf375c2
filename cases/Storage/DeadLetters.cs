using Microsoft.EntityFrameworkCore;
using PolicyBot.Cases.Outbox;

namespace PolicyBot.Cases.Storage;

/// <summary>A delivery that nobody tries any more.</summary>
/// <param name="Key">Names it; it holds references and ids, and nothing that anybody typed.</param>
public sealed record DeadLetter(string Key, DeliveryKind Kind, string Reason, int Attempts, DateTimeOffset WrittenAt);

/// <summary>What was parked in the outbox, for an administrator to see and to send again.</summary>
public sealed class DeadLetters
{
    private readonly Database database;
    private readonly Lazy<Journal> journal;

    internal DeadLetters(Database database, Lazy<Journal> journal)
    {
        this.database = database;
        this.journal = journal;
    }

    /// <summary>All of them, oldest first.</summary>
    public async Task<ImmutableArray<DeadLetter>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await context.Outbox.AsNoTracking().Where(row => row.State == DeliveryState.Parked).OrderBy(row => row.CreatedAt).ThenBy(row => row.Key)
            .Select(row => new { row.Key, row.Kind, row.Reason, row.Attempts, row.CreatedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new DeadLetter(row.Key, Enum.Parse<DeliveryKind>(row.Kind), row.Reason ?? "", row.Attempts, row.CreatedAt))];
    }

    /// <summary>Makes one of them due again, or all of them when <paramref name="key"/> is null. How many that were.</summary>
    public Task<int> SendAgainAsync(string? key, DateTimeOffset now) => journal.Value.WriteAsync(session => session.Execute(
        "UPDATE outbox SET state = 'Pending', due_at = $2, attempts = 0, doubts = 0, reason = NULL WHERE state = 'Parked' AND ($1 = '' OR key = $1)", key ?? "", now));

    /// <summary>Forgets notifications that were parked and written before <paramref name="before"/>: a nudge of last week helps nobody.</summary>
    public Task<int> ForgetNotificationsAsync(DateTimeOffset before) => journal.Value.WriteAsync(session => session.Execute(
        "DELETE FROM outbox WHERE state = 'Parked' AND kind = 'GraphNotification' AND created_at < $1", before));
}
