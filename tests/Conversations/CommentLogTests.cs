using System.Text.Json.Nodes;
using PolicyBot.Policy;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using Answer = PolicyBot.Policy.Answer;

namespace PolicyBot.Tests.Conversations;

/// <summary>A comment, query or complaint came in on an account of ours, and somebody logs it. It is Monday 23 November 2026, half past nine.</summary>
public sealed class CommentLogTests : IAsyncLifetime
{
    private const string Danger = "Someone commented on our page on Saturday at six that he will hurt himself";

    private readonly School school = new()
    {
        Trust = Cast.TrustWithOfficeJson(),
        Policy = new ScriptedPolicy()
            .To("a complaint came in on Saturday at six, when must we answer?", ScriptedPolicy.Quoting("monitoring.24-hours") with { Says = "Within 24 hours.", Next = NextStep.LogComment })
            .To("please note down a message on Facebook from yesterday at 18:30 about the car park", new Answer.Wanted(NextStep.LogComment))
            .To(Danger, new Answer.Urgent(UrgentKind.SelfHarm))
            .To("He says he will hurt himself tonight", new Answer.Urgent(UrgentKind.SelfHarm)),
    };

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Words_alone_are_enough_and_the_time_is_shown_before_anything_is_logged()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        await school.RegistersAsync("North Academy page", priya.Member, tom.Member);
        await priya.SaysAsync("Someone complained on our page on Saturday at six");
        priya.Sees(
            "Answer by the end of Monday 23 November, 17:00", "I understood that it came in on **Saturday 21 November 2026 at 18:00**.", "Morning or evening was not said: I took 18:00, not 06:00.",
            "It came in at a weekend, so the policy gives until the end of the next working day.", "**Account:** Facebook: North Academy page", "**It is:** a complaint", $"It goes to {priya.Member.Name}.");
        await priya.PressesAsync("Log it");
        priya.Sees("CMT-2026-0001: answer by the end of Monday 23 November, 17:00", $"**With:** {priya.Member.Name}", "7 hours left", "Someone complained on our page on Saturday at six", "Record a reply").DoesNotSee("I take it over");
        Assert.Equal(["comment.logged"], await school.TrailOfAsync("CMT-2026-0001"));
    }

    [Fact]
    public async Task Where_the_name_of_somebody_who_would_see_it_stands_in_it_the_card_asks_whether_it_is_about_them()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        await school.RegistersAsync("North Academy page", tom.Member);
        var family = tom.Member.Name.Split(' ')[1];
        await priya.SaysAsync($"Someone complained on the North Academy page today at 9am that Mr {family} never answers");
        priya.Sees($"**Is it about {tom.Member.Name}?** The name stands in it, and they would see it.", $"It goes to {tom.Member.Name}.");
        await priya.PressesAsync("Change it");
        await priya.Picks("Is it about somebody who works here?", tom.Member).PressesAsync("Next");
        priya.Sees("Whoever it is about does not see it.", "It goes to Sam Keane.").DoesNotSee("Is it about");
        await priya.PressesAsync("Log it");
        await school.InChat(Cast.Sam).HasCommentAsync(priya.Reference, "never answers");
        await school.PassAsync(TimeSpan.FromMinutes(1));
        tom.NeverGot(priya.Reference);
    }

    [Fact]
    public async Task A_lead_who_has_left_gets_nothing_also_where_the_register_still_has_them()
    {
        var (priya, tom, ben) = (school.Teacher(), school.Teacher(), school.Teacher());
        await school.RegistersAsync("North Academy page", tom.Member, ben.Member);
        var trust = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        trust["people"]!.AsArray().Single(person => person!["id"]!.ToString() == tom.Member.DirectoryId)!["left"] = true;
        await school.RestartAsync(trust.ToJsonString());
        var reference = await priya.LogsAsync("Facebook: North Academy page", "today at 9am", "The Teasel bench");
        await ben.HasCommentAsync(reference, "Teasel");
        await school.PassAsync(TimeSpan.FromHours(22.1));
        await ben.GetsAsync($"{reference} waits for an answer", "It is with you.");
        tom.NeverGot(reference);
    }

    [Fact]
    public async Task The_lead_of_an_account_has_it_at_once_and_the_rest_is_asked_for_by_the_form()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        await school.RegistersAsync("South Academy page", tom.Member, academy: "south");
        await school.RegistersAsync("South Academy stories", tom.Member, academy: "south", platform: "instagram");
        await priya.SaysAsync("A parent asked on our Instagram page yesterday whether the concert is free");
        priya.Sees("A comment, query or complaint came in", "Please leave out who wrote it. I do not need the name, and do not ask for it.", "must be responded to within 24 hours");
        Assert.Equal("yesterday", priya.Card.Standing("When did it come in?"));
        Assert.Equal("A parent asked on our Instagram page yesterday whether the concert is free", priya.Card.Standing("What does it say, in short?"));
        await priya.Chooses("On which account?", "Instagram: South Academy stories").Chooses("What is it?", "A query").PressesAsync("Next");
        priya.Sees("came in on **Sunday 22 November 2026**", "There was no time, so I count from the beginning of that day", $"It goes to {tom.Member.Name}.");
        await priya.PressesAsync("Log it");
        await tom.HasCommentAsync(priya.Reference, "**It is:** a query", $"Logged by {priya.Member.Name}");
        school.InChat(Cast.Sam).NeverGot(priya.Reference);
    }

    [Fact]
    public async Task An_account_that_no_register_has_is_typed_and_goes_to_the_Social_Media_Manager()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("log a comment: A parent wants to know when the fair is");
        priya.Sees("On which platform?");
        await priya.PressesAsync("Next");
        priya.Sees("Please choose the platform.", "Please say when it came in, for example: Saturday at six.");
        priya.Chooses("On which platform?", "X (Twitter)").Fills("Which account or page?", "@north_dudley").Fills("When did it come in?", "some time ago").Fills("Link to it (if you have one)", "north page");
        await priya.PressesAsync("Next");
        priya.Sees("I cannot read a time in that.", "Please paste the whole link, beginning with https://");
        Assert.Equal("@north_dudley", priya.Card.Standing("Which account or page?"));
        await priya.Fills("When did it come in?", "today at 8.15am").Fills("Link to it (if you have one)", "https://x.com/north_dudley/status/1").PressesAsync("Next");
        priya.Sees("Answer by Tuesday 24 November, 08:15", "The policy gives 24 hours.", "@north\\_dudley", "It goes to Sam Keane.");
        await priya.PressesAsync("Log it");
        await school.InChat(Cast.Sam).HasCommentAsync(priya.Reference, "A parent wants to know when the fair is");
    }

    [Theory]
    [InlineData("tomorrow at 8am", "I understood Tuesday 24 November 2026 at 08:00. That is still to come. Please say when it came in.")]
    [InlineData("next Monday at 8am", "That is still to come.")]
    public async Task What_is_still_to_come_is_not_logged(string when, string sentence)
    {
        var priya = school.Teacher();
        await school.RegistersAsync("North Academy page", priya.Member);
        await priya.SaysAsync("log a comment");
        await priya.Chooses("On which account?", "Facebook: North Academy page").Fills("When did it come in?", when).Fills("What does it say, in short?", "Words").PressesAsync("Next");
        priya.Sees(sentence);
        await priya.Fills("When did it come in?", "today at 9am").PressesAsync("Next");
        priya.Sees("I understood that it came in on **Monday 23 November 2026 at 09:00**");
    }

    [Fact]
    public async Task What_is_very_old_is_asked_about_and_a_chosen_day_counts_before_words()
    {
        var priya = school.Teacher();
        await school.RegistersAsync("North Academy page", priya.Member);
        await priya.SaysAsync("log a comment: something about the summer fair");
        await priya.Fills("When did it come in?", "2 July at 9am").PressesAsync("Next");
        priya.Sees("**That is 144 days ago.** Is it right?", "This answer is overdue");
        await priya.PressesAsync("Change it");
        await priya.Fills("Or the day", "2026-11-23").Fills("and the time", "07:00").PressesAsync("Next");
        priya.Sees("Monday 23 November 2026 at 07:00").DoesNotSee("days ago");
        await priya.PressesAsync("Log it");
        priya.Sees("answer by Tuesday 24 November, 07:00");
    }

    [Fact]
    public async Task From_an_answer_about_the_24_hours_the_time_is_taken_over()
    {
        var priya = school.Teacher();
        await school.RegistersAsync("North Academy page", priya.Member);
        await priya.SaysAsync("a complaint came in on Saturday at six, when must we answer?");
        priya.Sees("Reply by the end of Monday 23 November");
        await priya.PressesAsync("Log a comment");
        Assert.Equal("Saturday at six", priya.Card.Standing("When did it come in?"));
        Assert.Equal("", priya.Card.Standing("What does it say, in short?"));
    }

    [Fact]
    public async Task What_the_bot_takes_for_a_wish_to_log_one_is_logged()
    {
        var priya = school.Teacher();
        await school.RegistersAsync("North Academy page", priya.Member);
        await priya.SaysAsync("please note down a message on Facebook from yesterday at 18:30 about the car park");
        priya.Sees("Sunday 22 November 2026 at 18:30", "North Academy page", "Log it");
    }

    [Fact]
    public async Task Danger_comes_first_whatever_else_the_words_say()
    {
        var priya = school.Teacher();
        await school.RegistersAsync("North Academy page", priya.Member);
        await priya.SaysAsync(Danger);
        priya.Sees("In danger? Ring 999 now").DoesNotSee("Log it");
        await priya.SaysAsync("log a comment");
        await priya.Chooses("On which account?", "Facebook: North Academy page").Fills("When did it come in?", "today at 9am").Fills("What does it say, in short?", "He says he will hurt himself tonight").PressesAsync("Next");
        await priya.GetsAsync("In danger? Ring 999 now");
        await priya.PressesAsync("Log it", on: "He says he will"); // nothing that was typed is lost
        priya.Sees("CMT-2026-0001");
    }

    [Fact]
    public async Task Help_stands_above_the_form_that_was_asked_for_however_long_it_takes_to_arrive()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        using var arrives = new ManualResetEventSlim();
        school.Teams.Misbehave = call =>
        {
            if (call.Activity?.GetRawText().Contains("Ring 999", StringComparison.Ordinal) is true)
                arrives.Wait(TestContext.Current.CancellationToken);
            return null;
        };
        await school.DeliverAsync(priya.Saying($"log a comment: {Danger}"));
        await tom.SaysAsync("hello");
        await tom.GetsAsync("Hello! Ask me anything"); // long enough for the form to overtake
        priya.NeverGot("A comment, query or complaint came in");
        arrives.Set();
        await priya.GetsAsync("A comment, query or complaint came in");
        Assert.Equal(1, priya.MessagesSaying("In danger? Ring 999 now"));
    }

    [Fact]
    public async Task Whoever_it_is_about_never_sees_it_and_the_next_has_it()
    {
        var (priya, tom, ben) = (school.Teacher(), school.Teacher(), school.Teacher());
        await school.RegistersAsync("North Academy page", tom.Member, ben.Member);
        var reference = await priya.LogsAsync("Facebook: North Academy page", "today at 9am", "Mr Whitaker never writes back. Yarrowfield", "A complaint", about: tom.Member);
        await ben.HasCommentAsync(reference, "Yarrowfield");
        tom.NeverGot(reference);
        await tom.SendsAsync(tom.Pressing("comment.open", new JsonObject { ["ref"] = reference }));
        tom.Sees("Only those who look after the account can do that.").DoesNotSee("Yarrowfield");
        await tom.SaysAsync("comments");
        tom.Sees("There are none.").DoesNotSee(reference);
    }

    [Fact]
    public async Task Who_logs_a_complaint_about_themselves_leaves_it_to_others()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        await school.RegistersAsync("North Academy page", tom.Member);
        await priya.LogsAsync("Facebook: North Academy page", "today at 9am", "Miss Nair shouts. Burnetfield", "A complaint", about: priya.Member);
        priya.Sees("others see to it", "you need not do anything").DoesNotSee("Record a reply");
        await tom.HasCommentAsync("CMT-2026-0001", "Burnetfield");
    }

    [Fact]
    public async Task A_half_written_one_survives_a_restart_and_can_be_thrown_away()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("log a comment: about the Teasel fair");
        await school.RestartAsync();
        await priya.SaysAsync("log a comment");
        priya.Sees("You have a comment that is not logged yet", "Nobody has been told.");
        await priya.PressesAsync("Carry on");
        Assert.Equal("about the Teasel fair", priya.Card.Standing("What does it say, in short?"));
        await priya.SaysAsync("cancel");
        priya.Sees("Not logged", "The comment still has to be answered.");
        await priya.SaysAsync("comments");
        priya.Sees("There are none.");
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_and_an_old_card_shows_it()
    {
        var priya = school.Teacher();
        await school.RegistersAsync("North Academy page", priya.Member);
        await priya.SaysAsync("log a comment: about the gate, today at 9am");
        var logging = await priya.PressingAsync("Log it");
        var answers = await Task.WhenAll(school.DeliverAsync(logging), school.DeliverAsync((JsonObject)logging.DeepClone()));
        Assert.All(answers, answer => Assert.Contains("CMT-2026-0001", answer.Body, StringComparison.Ordinal));
        logging["id"] = Sent.NewId();
        await priya.SendsAsync(logging);
        priya.Sees("CMT-2026-0001: answer by");
        await priya.SaysAsync("comments");
        priya.Sees("1 comment.");
    }

    [Fact]
    public async Task Where_others_read_along_nothing_is_logged()
    {
        var priya = school.Teacher();
        var inChannel = priya.In(new Driver.Place(Cast.NorthChannel, "channel"));
        await inChannel.SaysAsync("log a comment: about the gate");
        inChannel.Sees("Please do this in your own chat with me.");
        await inChannel.SaysAsync("comments");
        inChannel.Sees("Comments are for your own chat with me.");
    }

    [Fact]
    public async Task Broken_and_oversized_fields_change_nothing_but_are_said()
    {
        var priya = school.Teacher();
        await school.RegistersAsync("North Academy page", priya.Member);
        await priya.SaysAsync("log a comment: about the gate");
        var pressing = await priya.PressingAsync("Next");
        var data = pressing["value"]!["action"]!["data"]!.AsObject();
        data["comment"] = new string('x', 900);
        data["register"] = new JsonArray("ACC-2026-0001");
        data["date"] = "31-31-2026";
        data["about"] = "nobody";
        data["commentKind"] = "Rant";
        await priya.SendsAsync(pressing);
        priya.Sees("Please keep this under 800 characters.", "Please choose the day from the calendar.", "Please choose people from the list", "Please choose what it is.");
        Assert.Equal("about the gate", priya.Card.Standing("What does it say, in short?"));
    }
}
