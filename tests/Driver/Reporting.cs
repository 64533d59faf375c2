namespace PolicyBot.Tests.Driver;

/// <summary>The way through a report, for tests that are about what comes after.</summary>
internal static class Reporting
{
    /// <summary>Walks through every card and submits.</summary>
    /// <returns>The reference.</returns>
    public static async Task<string> ReportsAsync(
        this Participant reporter, string what, string danger = "No, nobody is in danger", Member? about = null, string aboutOthers = "", string account = "", string academy = "North Academy")
    {
        await reporter.ReachesReviewAsync(what, danger, about, aboutOthers, account, academy);
        await reporter.PressesAsync("Submit");
        reporter.Sees("Your report is saved");
        var reference = reporter.Reference;
        await reporter.GetsAsync("Your report is saved", reference); // the bot has updated the card too: what is opened on it now stays
        return reference;
    }

    public static async Task ReachesReviewAsync(
        this Participant reporter, string what, string danger = "No, nobody is in danger", Member? about = null, string aboutOthers = "", string account = "", string academy = "North Academy")
    {
        await reporter.SaysAsync("report");
        await reporter.PressesAsync(danger);
        if (danger != "No, nobody is in danger")
            await reporter.PressesAsync("Continue");
        await reporter.Fills("What happened", what).PressesAsync("Next");
        await reporter.Chooses("Which platform?", "Facebook").Chooses("Which academy is it about?", academy).Fills("Account or page (if you know it)", account).PressesAsync("Next");
        reporter.Chooses("Who is affected?", "A member of staff").Fills("Anybody else it is about (if you know)", aboutOthers);
        if (about is not null)
            reporter.Picks("Who is it about (if they work or learn here)?", about);
        await reporter.PressesAsync("Next");
        reporter.Sees("Check your report");
    }

    /// <summary>Acknowledges, and waits until the bot has updated the card too: a form that was opened before would be wiped by it.</summary>
    public static async Task AcknowledgesAsync(this Participant handler, string reference)
    {
        await handler.PressesAsync("Acknowledge", on: reference);
        await handler.GetsAsync($"{reference}: acknowledged");
    }

    /// <summary>Fills in the outcome form that is open, and saves it.</summary>
    public static Task RecordsAsync(this Participant leader, string reason, string on) => leader
        .Chooses("What was the outcome?", "Advice or training given").Fills("Why?", reason).Chooses("Who was it referred to?", "HR")
        .PressesAsync("Save outcome", on);
}
