using Microsoft.EntityFrameworkCore;
using PolicyBot.Cases.Outbox;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Driver;

/// <summary>Tells when a bot has said all that it has to say for now.</summary>
internal static class OutboxAtRest
{
    private static readonly string[] ToGraph = [.. DeliveryKinds.ToGraph.Select(kind => kind.ToString())];

    /// <summary>
    /// Nothing for Teams is in anybody's hands, and nothing could be taken up before the clock moves. What waits for its next attempt, and what
    /// stands behind it in its lane, does not count: it may wait for as long as the test likes.
    /// </summary>
    public static async Task<bool> IsAtRestAsync(this Database database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var waiting = await context.Outbox.AsNoTracking().Where(row => row.State != DeliveryState.Parked && !ToGraph.Contains(row.Kind))
            .Select(row => new { row.State, row.DueAt, row.Lane, row.Position }).ToListAsync(cancellationToken);
        return !waiting.Exists(row => row.State == DeliveryState.Sending
            || (row.DueAt <= now && !waiting.Exists(earlier => row.Lane is not null && earlier.Lane == row.Lane && earlier.Position < row.Position)));
    }
}
