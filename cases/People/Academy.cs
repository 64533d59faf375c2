using PolicyBot.Cases.Clocks;

namespace PolicyBot.Cases.People;

/// <summary>One academy of the Trust, with the people who act for it.</summary>
/// <param name="Key">Short and stable, for example <c>north</c>; what a case stores.</param>
public sealed record Academy(
    string Key,
    string Name,
    SeniorLeaders Slt,
    Role Headteacher,
    Role DesignatedSafeguardingLead,
    Role ChairOfGovernors)
{
    /// <summary>Days on which nobody works there: INSET days, snow.</summary>
    public ImmutableArray<Period> Closures { get; init; } = [];

    /// <summary>What the directory calls it in people's company or department, besides its name.</summary>
    public ImmutableArray<string> DirectoryNames { get; init; } = [];

    /// <summary>Its terms; empty when nobody has said, and then every day counts as term time.</summary>
    public ImmutableArray<Period> Terms { get; init; } = [];

    /// <summary>True on its closures and between two of its terms. Before the first and after the last it is not known, and counts as term time.</summary>
    public bool IsClosed(DateOnly day) =>
        Closures.Any(closure => closure.Has(day))
        || (Terms.Any(term => term.To < day) && Terms.Any(term => term.From > day) && !Terms.Any(term => term.Has(day)));
}

/// <summary>The senior leadership team: its Teams channel, and who may act on what is posted there.</summary>
public sealed record SeniorLeaders(string TeamId, string ChannelId, ImmutableArray<string> People)
{
    /// <summary>The Entra group whose members are the SLT too.</summary>
    public string? Group { get; init; }
}
