using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A missing or bad field: the rest stays, and what is wrong stands beside it.</summary>
public sealed class ReportFieldsTests(School school) : IClassFixture<School>
{
    [Fact]
    public async Task Nothing_about_what_happened()
    {
        var priya = await AtWhatAsync();
        await priya.PressesAsync("Next");
        Assert.Contains("Please say in a few words what happened.", priya.Card.Beside("What happened"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_platform_keeps_the_account()
    {
        var priya = await AtWhereAsync();
        await priya.Fills("Account or page (if you know it)", "@somebody").PressesAsync("Next");
        Assert.Contains("Please choose where it happened.", priya.Card.Beside("Which platform?"), StringComparison.Ordinal);
        Assert.Equal("@somebody", priya.Card.Standing("Account or page (if you know it)"));
    }

    [Theory]
    [InlineData("Link to it (if you have one)", "facebook dot com", "beginning with https://")]
    [InlineData("Link to it (if you have one)", "javascript:alert(1)", "beginning with https://")]
    [InlineData("On which day was it posted or seen?", "2026-11-24", "still to come")]
    [InlineData("On which day was it posted or seen?", "yesterday", "from the calendar")]
    [InlineData("On which day was it posted or seen?", "", "choose the day")]
    [InlineData("At what time (if you know it)?", "25:00", "like 09:30")]
    [InlineData("At what time (if you know it)?", "23:59", "still to come")]
    [InlineData("Which academy is it about?", "west", "choose the academy")]
    public async Task A_bad_field_is_named_and_the_rest_stays(string label, string value, string sentence)
    {
        var priya = await AtWhereAsync();
        await priya.Chooses("Which platform?", "TikTok").Fills("Account or page (if you know it)", "@somebody").Fills(label, value).PressesAsync("Next");
        Assert.Contains(sentence, priya.Card.Beside(label), StringComparison.Ordinal);
        Assert.Equal(("tiktok", "@somebody"), (priya.Card.Standing("Which platform?"), priya.Card.Standing("Account or page (if you know it)")));
        await priya.SaysAsync("report");
        priya.Sees("You have a report that is not sent yet");
    }

    [Fact]
    public async Task Nobody_affected_keeps_whom_it_is_about()
    {
        var priya = await AtWhereAsync();
        await priya.Chooses("Which platform?", "TikTok").PressesAsync("Next");
        await priya.Fills("Anybody else it is about (if you know)", "a former parent").PressesAsync("Next");
        Assert.Contains("Please choose who is affected.", priya.Card.Beside("Who is affected?"), StringComparison.Ordinal);
        Assert.Equal("a former parent", priya.Card.Standing("Anybody else it is about (if you know)"));
    }

    [Fact]
    public async Task Far_too_much_text_is_not_taken_and_what_stood_there_stays()
    {
        var priya = await AtWhatAsync();
        await priya.Fills("What happened", new string('x', 5000)).PressesAsync("Next");
        Assert.Contains("characters", priya.Card.Beside("What happened"), StringComparison.Ordinal);
        await priya.Fills("What happened", "Short").PressesAsync("Next");
        priya.Sees("Where and when?");
    }

    [Fact]
    public async Task As_much_text_as_the_field_lets_in_is_taken_whole()
    {
        var priya = await AtWhatAsync();
        var most = priya.Card.Input("What happened").GetProperty("maxLength").GetInt32();
        await priya.Fills("What happened", new string('x', most)).PressesAsync("Next");
        await priya.PressesAsync("Back");
        Assert.Equal(most, priya.Card.Standing("What happened").Length);
    }

    [Theory]
    [InlineData("N")]
    [InlineData("B")]
    public async Task A_person_in_a_spelling_that_would_not_be_recognised_is_not_taken(string spelling)
    {
        var priya = await AtWhereAsync();
        await priya.Chooses("Which platform?", "TikTok").PressesAsync("Next");
        var grace = Guid.Parse(Cast.Grace.DirectoryId!).ToString(spelling);
        await priya.Chooses("Who is affected?", "A member of staff").Fills("Who is it about (if they work or learn here)?", grace).PressesAsync("Next");
        Assert.Contains("choose people from the list", priya.Card.Beside("Who is it about (if they work or learn here)?"), StringComparison.Ordinal);
    }

    private async Task<Participant> AtWhatAsync()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        await priya.PressesAsync("No, nobody is in danger");
        return priya;
    }

    private async Task<Participant> AtWhereAsync()
    {
        var priya = await AtWhatAsync();
        await priya.Fills("What happened", "Something").PressesAsync("Next");
        return priya;
    }
}
