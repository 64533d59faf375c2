using System.Diagnostics.Metrics;
using PolicyBot.Bot.Channel;
using PolicyBot.Bot.Turn;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Bot.Wording;

/// <summary>
/// The thumbs below a generated answer (INV-07). They are counted, each once: the meter <c>PolicyBot</c> has <c>policybot.feedback</c>, by reaction. What
/// somebody writes with them may name people and is not kept, nor is who it was.
/// </summary>
internal sealed partial class Feedback : IDisposable
{
    public const string Invoke = "message/submitAction";
    public const string MeterName = "PolicyBot";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TurnAnswer Thanks = new(StatusCodes.Status200OK, "{}");

    private readonly CaseStore store;
    private readonly TimeProvider time;
    private readonly ILogger<Feedback> logger;
    private readonly Meter meter;
    private readonly Counter<long> reactions;

    public Feedback(CaseStore store, TimeProvider time, IMeterFactory meters, ILogger<Feedback> logger)
    {
        (this.store, this.time, this.logger) = (store, time, logger);
        meter = meters.Create(MeterName);
        reactions = meter.CreateCounter<long>("policybot.feedback", description: "Thumbs below generated answers");
    }

    public static bool Is(Activity activity) =>
        activity is { Type: ActivityTypes.Invoke, Name: Invoke } && activity.Value.Text("actionName") == "feedback";

    public async Task<TurnAnswer> CountAsync(Activity activity)
    {
        try
        {
            if (ReactionIn(activity) is { } reaction && await IsNewAsync(activity).WaitAsync(Patience, time))
                reactions.Add(1, KeyValuePair.Create("reaction", (object?)reaction));
        }
#pragma warning disable CA1031 // A thumb that is lost is no harm, and whoever gave it is not to read of an error.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Missed(fault.GetType().Name);
        }
        return Thanks;
    }

    private static string? ReactionIn(Activity activity) =>
        activity.Value?.Inner("actionValue").Text("reaction") switch { "like" => "like", "dislike" => "dislike", _ => null };

    // The inbox knows it when it is delivered a second time, to whichever instance.
    private async Task<bool> IsNewAsync(Activity activity) =>
        await store.CommitAsync(new TurnCommit(activity.Conversation!.Id!, ActivityReader.KnownAs(activity), time.GetUtcNow(), Thanks.Body)) is CommitResult.Committed;

    public void Dispose() => meter.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reaction to an answer could not be counted ({Fault}).")]
    private partial void Missed(string fault);
}
