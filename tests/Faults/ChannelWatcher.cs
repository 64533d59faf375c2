using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Faults;

/// <summary>A senior leader with the channel open: their client draws each card as it appears.</summary>
internal sealed class ChannelWatcher(TeamsClient client, FakeConnector teams)
{
    private readonly HashSet<string> drawn = [];

    public TeamsClient Client => client;

    /// <summary>Until it is called off.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            PostedMessage? next = null;
            try
            {
                await teams.WaitForAsync(_ => (next = client.Messages.FirstOrDefault(message => !drawn.Contains(message.ActivityId))) is not null, cancellationToken);
                drawn.Add(next!.ActivityId);
                await client.DrawAsync(next, cancellationToken);
            }
            catch (Exception quiet) when (quiet is TimeoutException or OperationCanceledException)
            {
                // Nothing new for a while.
            }
        }
    }

    /// <summary>Comes back to the channel later and looks at everything in it.</summary>
    public async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        foreach (var message in client.Messages.ToList())
            await client.DrawAsync(message, cancellationToken);
    }
}
