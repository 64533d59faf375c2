namespace PolicyBot.Dialogs.Times;

/// <summary>The part of a day that somebody named.</summary>
internal enum DayPart
{
    None,
    Morning,
    Afternoon,
    Evening,
    Night,
}

internal static class DayParts
{
    public static DayPart Read(string? words) => words switch
    {
        "morning" or "this morning" => DayPart.Morning,
        "afternoon" or "this afternoon" => DayPart.Afternoon,
        "evening" or "this evening" => DayPart.Evening,
        "night" or "last night" or "tonight" => DayPart.Night,
        _ => DayPart.None,
    };
}
