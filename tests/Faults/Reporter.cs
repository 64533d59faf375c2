using System.Collections.Concurrent;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Faults;

/// <summary>Somebody who reports what they have seen, and goes on until they hold a reference in their hands.</summary>
internal sealed class Reporter(TeamsClient client, FakeConnector teams, string personId)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly string[] Onwards = ["report.submit", "report.who", "report.where", "report.what", "report.danger", "report.resume"];

    private readonly HashSet<string> read = [];

    /// <summary>The references that this person was shown.</summary>
    public ConcurrentQueue<string> References { get; } = new();

    public string Id => personId;

    public TeamsClient Client => client;

    public async Task ReportAsync(string what, CancellationToken cancellationToken)
    {
        await client.SayAsync("report", cancellationToken);
        while (true)
        {
            if (await NextCardAsync(cancellationToken) is not { } message)
                await client.SayAsync("report", cancellationToken); // no card came: ask again
            else if (await WalkAsync(message, what, cancellationToken) is { } reference && !References.Contains(reference))
            {
                References.Enqueue(reference);
                return;
            }
        }
    }

    /// <summary>From card to card on one message; the reference at the end, or null when this message leads no further.</summary>
    private async Task<string?> WalkAsync(PostedMessage message, string what, CancellationToken cancellationToken)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = what, ["platform"] = "facebook", ["affected"] = "staff" };
        var card = await client.DrawAsync(message, cancellationToken);
        while (card is { Confirms: null } && Onwards.FirstOrDefault(verb => card.Button(verb) is not null) is { } verb)
        {
            var button = card.Button(verb)!.Value;
            var next = await client.PressAsync(message, button, card.Filled(button, typed), "manual", cancellationToken);
            if (verb == "report.resume")
                return null; // the report comes as a new message
            card = next ?? card; // a sentence says what is wrong and that it can be pressed again
        }
        return card?.Confirms;
    }

    /// <summary>The next message in the chat that was not read yet; null when none comes for a while.</summary>
    private async Task<PostedMessage?> NextCardAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        PostedMessage? next = null;
        try
        {
            await teams.WaitForAsync(_ => (next = client.Messages.FirstOrDefault(message => !read.Contains(message.ActivityId))) is not null, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        read.Add(next!.ActivityId);
        return next;
    }
}
