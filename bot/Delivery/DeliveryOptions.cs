using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Bot.Delivery;

/// <summary>How deliveries are tried again; section <c>Delivery</c> of the configuration.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>The wait after the first failure; it doubles from there. Default 2 seconds.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two tries. Default 5 minutes.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries before something that never arrived is parked: with the waits above about three days, so that a lost weekend loses nothing.</summary>
    [Range(1, 100_000)]
    public int Attempts { get; set; } = 1200;

    /// <summary>How long something that may have arrived waits for a sign of it before it is repeated. Default 30 seconds.</summary>
    public TimeSpan Reconcile { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often something that may have arrived is repeated before it is parked.</summary>
    [Range(0, 1000)]
    public int Doubts { get; set; } = 8;

    /// <summary>How many deliveries one process has under way at once.</summary>
    [Range(1, 256)]
    public int AtOnce { get; set; } = 16;

    /// <summary>How often the outbox is looked at when nothing announces itself. Default 1 second.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);
}
