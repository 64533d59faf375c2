namespace PolicyBot.Cases.Clocks;

/// <summary>How long a report may wait for somebody to acknowledge it before people are told again.</summary>
/// <param name="AcknowledgeWithin">In working hours.</param>
/// <param name="SafeguardingWithin">On the clock, at night and at weekends too: a child does not wait until Monday.</param>
/// <param name="Quiet">Holds back what is not about safeguarding.</param>
public sealed record ChaseTimes(TimeSpan AcknowledgeWithin, TimeSpan SafeguardingWithin, QuietHours Quiet)
{
    public static readonly ChaseTimes Default = new(TimeSpan.FromHours(4), TimeSpan.FromMinutes(30), new QuietHours(new TimeOnly(18, 0), new TimeOnly(7, 30)));
}
