namespace PolicyBot.Bot.Clocks;

/// <summary>How cases whose time has come are found; section <c>Clocks</c> of the configuration.</summary>
internal sealed class ClockOptions
{
    public const string Section = "Clocks";

    /// <summary>How often they are looked for. Default 20 seconds.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(20);
}
