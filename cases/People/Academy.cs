namespace PolicyBot.Cases.People;

/// <summary>One academy of the Trust, with the people who act for it.</summary>
/// <param name="Key">Short and stable, for example <c>north</c>; what a case stores.</param>
public sealed record Academy(
    string Key,
    string Name,
    SeniorLeaders Slt,
    Role Headteacher,
    Role DesignatedSafeguardingLead,
    Role ChairOfGovernors);

/// <summary>The senior leadership team: its Teams channel, and who may act on what is posted there.</summary>
public sealed record SeniorLeaders(string TeamId, string ChannelId, ImmutableArray<string> People);
