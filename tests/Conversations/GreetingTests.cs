using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Hello, help and cancel: what works anywhere, typed or pressed.</summary>
public sealed class GreetingTests(School school) : IClassFixture<School>
{
    private static readonly Place Staffroom = new("19:staffroom@thread.v2", "groupChat");

    [Theory]
    [InlineData("hello")]
    [InlineData("Good morning!")]
    [InlineData("  Hi there. ")]
    public async Task A_greeting_is_greeted_back(string greeting)
    {
        var priya = school.Teacher();
        await priya.SaysAsync(greeting);
        priya.Sees("Hello!", "Ask me anything about the social media policy", "**report**");
    }

    [Fact]
    public async Task Thanks_are_answered_in_three_words()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("Thanks!");
        priya.Sees("You are welcome.").DoesNotSee("Ask me anything");
    }

    [Fact]
    public async Task Help_shows_what_one_can_do_and_buttons_to_begin()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("help");
        priya.Sees("What I can do", "**Ask**", "**Report**", "my reports", "cancel", "999", "Report something", "Ask a person");
    }

    [Fact]
    public async Task Help_pressed_says_the_same_as_help_typed()
    {
        var priya = school.Teacher();
        await school.DeliverAsync(Sent.Installation(priya.Member, priya.Place, priya.ServiceUrl, "add"));
        await priya.GetsAsync("Hello, I am PolicyBot");
        await priya.PressesAsync("What I can do");
        priya.Sees("What I can do", "type *report*");
    }

    [Fact]
    public async Task Help_in_a_channel_leads_to_a_private_chat_and_offers_no_report_button()
    {
        var priya = school.Teacher().In(school.North.NewThread());
        await priya.SaysAsync("help");
        priya.Sees("What I can do", "Reports are private. Open a chat with me to make one.").DoesNotSee("Report something");
    }

    [Fact]
    public async Task Help_works_in_a_group_chat_when_the_bot_is_mentioned()
    {
        var priya = school.Teacher().In(Staffroom);
        await priya.SaysAsync("help");
        priya.Sees("What I can do");
    }

    [Fact]
    public async Task What_is_not_said_to_the_bot_in_a_channel_stays_unanswered()
    {
        var priya = school.Teacher();
        var before = (school.Remembered(), school.Teams.Calls.Count);
        await school.DeliverAsync(Sent.Message(priya.Member, school.North.NewThread(), priya.ServiceUrl, "help me with the printer", mentionsBot: false));
        Assert.Equal(before.Item1, school.Remembered());
    }

    [Fact]
    public async Task An_empty_message_is_met_with_help()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("");
        priya.Sees("What I can do");
    }

    [Fact]
    public async Task Cancel_with_nothing_under_way_says_so()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("cancel");
        priya.Sees("There is nothing to cancel. Type help to see what I can do.");
    }

    [Fact]
    public async Task Cancel_in_a_channel_leaves_the_report_in_ones_own_chat_alone()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        var inChannel = priya.In(school.North.NewThread());
        await inChannel.SaysAsync("cancel");
        inChannel.Sees("There is nothing to cancel");
        await priya.SaysAsync("report");
        priya.Sees("You have a report that is not sent yet");
    }
}
