namespace PolicyBot.Tests.Browser;

/// <summary>When somebody may be in danger, help comes before any form.</summary>
public sealed class DangerJourney(ChromiumBrowser chromium)
{
    [Fact]
    public async Task Priya_reads_999_and_the_safeguarding_lead_before_she_has_to_write_anything()
    {
        await using var school = await School.OpenAsync(chromium);
        var priya = await school.PriyaAsync();

        await priya.SayAsync("report");
        var card = priya.Card("Before you start");
        await card.PressAsync("A child may be at risk");
        var help = priya.Card("Ring 999 now");
        await help.ReadsAsync("North Academy: Grace Okafor, ring 01632 960 111");
        await help.ReadsAsync("Do not promise to keep it secret.");
        await help.HasNoFieldsAsync();
        await priya.PhotographAsync("danger-1-help");

        await help.PressAsync("Stop here");
        await priya.Card("Thrown away").ReadsAsync("Nothing was sent");
        await priya.PhotographAsync("danger-2-stopped");
    }

    [Fact]
    public async Task A_question_that_sounds_like_danger_is_answered_with_help()
    {
        await using var school = await School.OpenAsync(chromium);
        var priya = await school.PriyaAsync();

        await priya.SayAsync("A girl in my form says she will hurt herself tonight");
        await priya.Card("Ring 999 now").ReadsAsync("North Academy: Grace Okafor, ring 01632 960 111");
        await priya.PhotographAsync("danger-3-question");
    }
}
