namespace PolicyBot.Tests.Driver;

/// <summary>Lets time go by until the bot has looked at its clocks.</summary>
internal static class ClockHand
{
    /// <summary>How often a school's bot looks: so little that no call to Teams that is under way gives up meanwhile.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <summary>Time goes by, and a second more, in which the bot looks for what is due and sends it.</summary>
    public static async Task PassAsync(this School school, TimeSpan time)
    {
        await school.SettlesAsync();
        school.Clock.Leap(time);
        // It may be in the middle of a look that began before; the third one has certainly seen the new time.
        for (var look = 0; look < 3; look++)
        {
            var waits = school.Clock.BeginsToWaitAsync(Poll);
            school.Clock.Advance(Poll);
            await waits.WaitAsync(TestContext.Current.CancellationToken);
        }
        await school.SettlesAsync();
    }
}
