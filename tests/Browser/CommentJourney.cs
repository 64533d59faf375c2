namespace PolicyBot.Tests.Browser;

/// <summary>A comment on a page of the Trust, from somebody's words to the recorded reply: as the teacher who saw it and the Social Media Manager live it.</summary>
public sealed class CommentJourney(ChromiumBrowser chromium)
{
    // Long enough ago to be overdue on any day on which this runs, so that the reminder comes while somebody looks.
    private const string Words = "Someone complained on the North Academy page five days ago at 9am that the side gate was locked";

    [Fact]
    public async Task Priya_says_what_came_in_Tom_is_reminded_and_records_his_reply()
    {
        await using var school = await School.OpenAsync(chromium);
        var priya = await school.PriyaAsync();
        var tom = await school.InOwnChatAsync("29:tom-whitaker");
        await AddAccountAsync(tom);

        await priya.SayAsync(Words);
        var check = priya.Card("I understood that it came in on");
        await check.ReadsAsync("at 09:00");
        await check.ReadsAsync("This answer is overdue");
        await check.ReadsAsync("It goes to Tom Whitaker");
        await priya.PhotographAsync("comment-01-understood");
        await check.PhotographAsync("comment-01-understood-card");
        await check.PressAsync("Log it");
        var reference = await priya.Card("Logged by").ReferenceAsync();
        await priya.PhotographAsync("comment-02-logged");

        var note = tom.Card("and nobody has recorded a reply");
        await note.ReadsAsync($"{reference} is overdue");
        await tom.PhotographAsync("comment-03-reminder");
        await note.PressAsync($"Open {reference}");
        await tom.Card("Logged by").ReadsAsync("the side gate was locked");
        await tom.Card("Logged by").PressAsync("Record a reply");
        var form = tom.Card("What was sent?");
        await form.MarkAsync("A full answer");
        await form.FillAsync("Link to the reply (if it has one)", "https://facebook.example/posts/7");
        await form.FillAsync("What was said (if you want to keep it)?", "Sorry about that. It is open from eight again.");
        await tom.PhotographAsync("comment-04-reply");
        await form.PhotographAsync("comment-04-reply-card");
        await form.PressAsync("Record it");

        await tom.Card("The clock stopped").ReadsAsync("answered, late");
        await tom.PhotographAsync("comment-05-answered");
        await priya.Card("The clock stopped").ReadsAsync("answered, late");
        await priya.Card("The clock stopped").HasNoButtonAsync("Record a reply");
        await priya.PhotographAsync("comment-06-answered-for-priya");
    }

    private static async Task AddAccountAsync(PlaygroundPage tom)
    {
        await tom.SayAsync("add an account");
        var adding = tom.Card("Its name there");
        await adding.ChooseAsync("Which platform?", "Facebook");
        await adding.FillAsync("Its name there", "north.academy");
        await adding.FillAsync("What people call it", "North Academy page");
        await adding.ChooseAsync("Whose is it?", "North Academy");
        await adding.PressAsync("Add it");
        await tom.Card("ACC-2026-0001").ReadsAsync("North Academy page");
    }
}
