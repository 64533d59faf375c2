using System.Globalization;
using PolicyBot.Cases.Incidents;
using CardSample = PolicyBot.Tests.Cards.Sample;

namespace PolicyBot.Tests.Incidents;

/// <summary>A report waits one working day for somebody; times are Europe/London.</summary>
public sealed class WaitingTests
{
    [Theory]
    [InlineData("2026-11-23T09:30+00:00", "2026-11-24T09:30+00:00")] // Monday
    [InlineData("2026-11-27T17:00+00:00", "2026-11-30T17:00+00:00")] // Friday 17:00
    [InlineData("2026-11-28T11:00+00:00", "2026-11-30T17:00+00:00")] // Saturday
    [InlineData("2026-10-23T15:00+01:00", "2026-10-26T15:00+00:00")] // over the clocks going back
    [InlineData("2026-03-27T15:00+00:00", "2026-03-30T15:00+01:00")] // over the clocks going forward
    [InlineData("2026-12-24T16:00+00:00", "2026-12-29T16:00+00:00")] // Christmas, and Boxing Day's substitute
    public void It_is_overdue_after_a_working_day(string reported, string until) =>
        Assert.Equal(Moment(until), Waiting.Until(Moment(reported), CardSample.Trust));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
