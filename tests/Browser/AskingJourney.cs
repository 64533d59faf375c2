namespace PolicyBot.Tests.Browser;

/// <summary>A teacher asks and reads the policy's own words.</summary>
public sealed class AskingJourney(ChromiumBrowser chromium)
{
    private const string Clause =
        "“Under no circumstances should staff share or upload student pictures online other than via Trust/Academy owned social media accounts.”";

    private const string Question = "Can I put photos of my class on my own Instagram?";

    [Fact]
    public async Task Priya_asks_a_question_reads_the_clause_and_then_the_whole_section()
    {
        await using var school = await School.OpenAsync(chromium);
        var priya = await school.PriyaAsync();
        await priya.Card("Hello, I am PolicyBot").ReadsAsync("ring 999 first");
        await priya.PhotographAsync("ask-1-welcome");

        await priya.SayAsync(Question);
        var answer = priya.Card("Under no circumstances");
        await answer.ReadsAsync(Clause);
        await answer.ReadsAsync("Use of images");
        await answer.ReadsAsync("Social Media policy, issue 001: DRAFT, not yet approved");
        await priya.PhotographAsync("ask-2-answer");
        await priya.PhotographExchangeAsync("readme-question", Question, "Under no circumstances");

        await answer.PressAsync("Read the section");
        var section = priya.Card("Trust use of images can be assumed to be acceptable");
        await section.ReadsAsync("If a member of staff inadvertently takes a compromising picture");
        await section.ReadsAsync("DRAFT, not yet approved");
        await priya.PhotographAsync("ask-3-section");
    }
}
