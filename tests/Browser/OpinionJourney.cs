namespace PolicyBot.Tests.Browser;

/// <summary>A draft from the first word to the link where it stands, as its author and the Social Media Manager live it.</summary>
public sealed class OpinionJourney(ChromiumBrowser chromium)
{
    private const string Draft = "Jayden Whitlock (9C) overcame his epilepsy to finish the cross country!";
    private const string Better = "Well done to our Year 9 runners, all of whom finished the cross country. PE department";

    [Fact]
    public async Task Priya_asks_Tom_wants_other_words_and_exactly_those_are_agreed()
    {
        await using var school = await School.OpenAsync(chromium);
        var priya = await school.PriyaAsync();
        var tom = await school.InOwnChatAsync("29:tom-whitaker");

        var reference = await AskAsync(priya);

        await tom.Card("please read this before it goes out").ReadsAsync("Jayden Whitlock");
        await tom.PhotographAsync("opinion-04-reader");
        await tom.Card("please read this before it goes out").PressAsync("Agree with other words");
        var form = tom.Card("agree with other words");
        await form.FillAsync("The wording that you agree with", Better);
        await tom.PhotographAsync("opinion-05-other-words");
        await form.PressAsync("Agree with this wording");

        await priya.Card("Agreed, with other words").ReadsAsync(Better);
        await priya.PhotographAsync("opinion-06-agreed");

        await priya.SayAsync($"check: {Better.Replace("all of whom", "who all", StringComparison.Ordinal)}");
        await priya.SeesAsync("This is not the text that was read");
        await priya.PhotographAsync("opinion-07-not-that-text");
        await priya.SayAsync($"posted {reference} https://facebook.example/posts/7");
        await priya.SeesAsync("https://facebook.example/posts/7");
        await priya.PhotographAsync("opinion-08-posted");
    }

    private static async Task<string> AskAsync(PlaygroundPage priya)
    {
        await priya.SayAsync("can someone check this before I post?");
        var text = priya.Card("The text, word for word");
        await text.FillAsync("The text, word for word", Draft);
        await text.ChooseAsync("Which platform?", "Instagram");
        await text.MarkAsync("An account of the Trust or an academy");
        await priya.PhotographAsync("opinion-01-text");
        await text.PressAsync("Next");
        var around = priya.Card("Who is it for?");
        await around.ChooseAsync("Who is it for?", "Families");
        await priya.PhotographAsync("opinion-02-around");
        await around.PressAsync("Next");

        var review = priya.Card("Before a person reads it");
        await review.ReadsAsync("Personal data");
        await review.ReadsAsync("It goes to Tom Whitaker");
        await priya.PhotographAsync("opinion-03-review");
        await review.PressAsync("Send it to them");
        return await priya.Card("Your draft is being read").ReferenceAsync();
    }
}
