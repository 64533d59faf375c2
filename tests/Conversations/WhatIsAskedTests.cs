using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>The Social Media Manager looks at what is asked and not covered.</summary>
public sealed class WhatIsAskedTests : IAsyncLifetime
{
    private readonly OfficeSchool office = new();

    private School School => office.School;

    [Fact]
    public async Task The_list_shows_open_questions_and_counts_what_was_asked_in_vain()
    {
        var (priya, tom, sam) = (School.Teacher(), School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await tom.SaysAsync(SendingOn.NotCovered);
        await tom.SaysAsync(SendingOn.Covered);
        await tom.PressesAsync("This does not help", on: "This is what the policy says");
        await tom.PressesAsync("This does not help", on: "This is what the policy says");
        await sam.SaysAsync("What is asked?");
        sam.Sees("1 open question", reference, SendingOn.NotCovered, priya.Member.Name, "In the last 90 days",
            "**Asked, and the policy does not settle it**: 2 times", "**Answered, and it did not help**: once", "annual leave", "May I follow or befriend a former pupil online?").DoesNotSee(tom.Member.Name, "out.leave", "social-media/");

        await sam.PressesAsync($"Open {reference}");
        sam.Sees($"{reference}: a question for you", "Answer");
        await sam.AnswersAsync(reference, "From the list");
        await priya.GetsAsync("Answered by Sam Keane", "From the list");
        await sam.SaysAsync("unanswered questions");
        sam.Sees("No open questions").DoesNotSee(reference);
    }

    [Fact]
    public async Task What_was_asked_long_ago_is_no_longer_counted()
    {
        var sam = office.Sam;
        await School.Teacher().SaysAsync(SendingOn.NotCovered);
        await School.LaterAsync(TimeSpan.FromDays(89));
        await sam.SaysAsync("what is asked");
        sam.Sees("once");
        await School.LaterAsync(TimeSpan.FromDays(1));
        await sam.SaysAsync("what is asked");
        sam.Sees("No open questions", "Nothing was asked in vain.").DoesNotSee("once");
    }

    [Fact]
    public async Task A_duplicate_of_a_question_counts_once()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var asking = priya.Saying(SendingOn.NotCovered);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => School.DeliverAsync(asking)));
        await sam.SaysAsync("what is asked");
        sam.Sees("**Asked, and the policy does not settle it**: once");
    }

    [Fact]
    public async Task The_counts_keep_neither_words_nor_people()
    {
        var priya = School.Teacher();
        await priya.SaysAsync("How many days of annual leave in Quixotanium do I get?");
        var counts = string.Join('\n', School.Remembered().Split('\n').Where(row => row.StartsWith("asked|", StringComparison.Ordinal)));
        Assert.Equal("asked|20261123|NotCovered|out.leave|1", counts);
    }

    [Fact]
    public async Task Anybody_else_is_told_kindly_whose_list_it_is()
    {
        var (priya, tom) = (School.Teacher(), School.Teacher());
        await priya.SendsOnAsync("How many days of annual leave for Gooseberrya do I get?");
        foreach (var words in (string[])["unanswered questions", "what is asked"])
        {
            await tom.SaysAsync(words);
            tom.Sees("That list is for the Social Media Manager. Type my cases to see your own questions and reports.").DoesNotSee("Gooseberrya", "QST-");
        }
        var ruth = School.InChat(Cast.Ruth);
        await ruth.SaysAsync("what is asked");
        ruth.Sees("That list is for the Social Media Manager.");
    }

    [Fact]
    public async Task It_is_not_shown_where_others_read_along()
    {
        await School.Teacher().SendsOnAsync("How many days of annual leave for Gooseberrya do I get?");
        var sam = office.Sam.In(School.North.NewThread());
        await sam.SaysAsync("what is asked");
        sam.Sees("Please ask me for it in our own chat.").DoesNotSee("Gooseberrya");
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
