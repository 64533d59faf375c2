namespace PolicyBot.Cases.Comments;

/// <summary>When something came in, as somebody's words were read.</summary>
public sealed record ReceivedTime(DateTimeOffset At, TimeReading Reading);

/// <summary>How much of a time was said, and how much was taken.</summary>
public enum TimeReading
{
    AsSaid,

    /// <summary>"At six": the likelier half of the day was taken.</summary>
    GuessedHalf,

    /// <summary>"Yesterday evening": its start was taken.</summary>
    StartOfPart,

    /// <summary>"On Friday": the time of day is open, and the start of the day stands for it.</summary>
    DayAlone,
}
