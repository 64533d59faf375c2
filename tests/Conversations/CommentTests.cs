using System.Text.Json.Nodes;
using PolicyBot.Cases;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A comment is answered, acknowledged, taken over, taken down or reported, by those who may. It is Monday 23 November 2026, half past nine.</summary>
public sealed class CommentTests : IAsyncLifetime
{
    private const string Page = "Facebook: North Academy page";
    private readonly OfficeSchool office = new();

    private School School => office.School;

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task A_recorded_answer_stops_the_clock_and_is_kept_with_who_when_and_where()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "today at 9am", "Is the Quincewort fair on?", "A query");
        await tom.HasCommentAsync(reference, "Quincewort");
        await tom.PressesAsync("Record a reply", on: reference);
        tom.Sees("Please reply on the platform first. I post nothing");
        await tom.Fills("Link to the reply (if it has one)", "facebook").PressesAsync("Record it");
        tom.Sees("Please choose what was sent.", "Please paste the whole link");
        await tom.Chooses("What was sent?", "A full answer").Fills("Link to the reply (if it has one)", "https://www.facebook.com/north/1").Fills("What was said (if you want to keep it)?", "Yes, at ten.").PressesAsync("Record it");
        tom.Sees($"{reference}: answered", "**The clock stopped:** Monday 23 November 2026 at 09:30, in time", "Answered", tom.Member.Name, "https://www.facebook.com/north/1", "Yes, at ten.").DoesNotSee("Record a reply");
        await priya.GetsAsync($"{reference}: answered");
        Assert.Equal(["comment.logged", "comment.answered"], await School.TrailOfAsync(reference));

        await School.PassAsync(TimeSpan.FromDays(5));
        tom.NeverGot("waits for an answer");
        Assert.Equal(2, (await School.TrailOfAsync(reference)).Count);
    }

    [Fact]
    public async Task An_acknowledgement_stops_the_clock_and_leaves_the_full_answer_open()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Tansy bus was full", "A complaint");
        await tom.HasCommentAsync(reference, "Tansy");
        await tom.PressesAsync("Record a reply", on: reference);
        await tom.Chooses("What was sent?", "An acknowledgement: it has arrived").PressesAsync("Record it");
        tom.Sees($"{reference}: acknowledged, a full answer is still to come", "**A full answer is still to come.**", "in time");
        await School.PassAsync(TimeSpan.FromDays(3));
        tom.NeverGot("is overdue");

        await tom.PressesAsync("Record the full answer", on: reference);
        await tom.Chooses("What was sent?", "A holding reply: we look into it").PressesAsync("Record it");
        tom.Sees($"{tom.Member.Name} has recorded that already. A full answer is still open.");
        await tom.PressesAsync("Back", on: "has recorded that already");
        await tom.PressesAsync("Record the full answer", on: reference);
        await tom.PressesAsync("Record it");
        tom.Sees($"{reference}: answered", "**The clock stopped:** Monday 23 November 2026 at 09:30, in time").DoesNotSee("late");
    }

    [Fact]
    public async Task A_late_answer_is_recorded_as_late_and_one_given_earlier_at_its_own_time()
    {
        var (priya, tom) = await StaffAsync();
        var late = await priya.LogsAsync(Page, "Thursday at 9am", "About the Betony gate");
        priya.Sees($"{late}: overdue", "Overdue by", "Please reply now, even if only to say that it has arrived.");
        await tom.HasCommentAsync(late, "Betony");
        await AnswersAsync(tom, late);
        tom.Sees($"{late}: answered, late", ", late");

        var earlier = await priya.LogsAsync(Page, "Thursday at 10am", "About the Sorrel gate");
        await tom.HasCommentAsync(earlier, "Sorrel");
        await tom.PressesAsync("Record a reply", on: earlier);
        await tom.Chooses("What was sent?", "A full answer").Fills("On which day (empty: just now)?", "2026-11-18").Fills("At what time?", "09:00").PressesAsync("Record it");
        tom.Sees("That is before the comment came in. Nothing was recorded.");
        await tom.Fills("On which day (empty: just now)?", "2026-11-24").PressesAsync("Record it");
        tom.Sees("That is still to come. Nothing was recorded.");
        await tom.Fills("On which day (empty: just now)?", "2026-11-19").Fills("At what time?", "").PressesAsync("Record it");
        await tom.Fills("On which day (empty: just now)?", "2026-11-19").Fills("At what time?", "15:00").PressesAsync("Record it");
        tom.Sees($"{earlier}: answered", "Thursday 19 November 2026 at 15:00, in time");
    }

    [Fact]
    public async Task Somebody_else_takes_it_over_and_of_two_at_once_one_wins()
    {
        var (priya, tom) = await StaffAsync();
        var (sam, nora) = (office.Sam, office.Nora);
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Hellebore path is icy");
        await tom.HasCommentAsync(reference, "Hellebore");
        await OpensAsync(sam, reference);
        await OpensAsync(nora, reference);
        var (first, second) = (await sam.PressingAsync("I take it over", on: reference), await nora.PressingAsync("I take it over", on: reference));
        await Task.WhenAll(School.DeliverAsync(first), School.DeliverAsync(second));
        Assert.Equal(["comment.logged", "comment.taken_over"], await School.TrailOfAsync(reference));
        await tom.GetsAsync($"{reference}: answer by", ", since Monday 23 November 2026 at 09:30", "I take it over");
        var loser = await SeesAsync(sam) ? nora : sam;
        await loser.GetsAsync("was faster and has it now. Nothing was changed.");

        async Task<bool> SeesAsync(Participant person)
        {
            await person.SaysAsync("my comments");
            await person.PressesAsync("Mine");
            return person.Card.Text.Contains(reference, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_who_record_an_answer_one_wins_and_the_other_keeps_what_they_wrote()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "today at 9am", "Where is the Melilot field?", "A query");
        await tom.HasCommentAsync(reference, "Melilot");
        await tom.PressesAsync("Record a reply", on: reference);
        await priya.PressesAsync("Record a reply", on: reference);
        tom.Chooses("What was sent?", "A full answer").Fills("What was said (if you want to keep it)?", "Behind the hall");
        priya.Chooses("What was sent?", "A full answer").Fills("What was said (if you want to keep it)?", "Behind the gym");
        var (first, second) = (await tom.PressingAsync("Record it"), await priya.PressingAsync("Record it"));
        var answers = await Task.WhenAll(School.DeliverAsync(first), School.DeliverAsync(second));
        Assert.Single(answers, answer => answer.Body.Contains("has recorded an answer already. Nothing was changed.", StringComparison.Ordinal) && answer.Body.Contains("What you wrote is still here", StringComparison.Ordinal));
        Assert.Equal(["comment.logged", "comment.answered"], await School.TrailOfAsync(reference));
    }

    [Fact]
    public async Task What_was_only_reported_to_the_platform_still_has_to_be_answered_and_what_was_taken_down_needs_the_notice()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "today at 9am", "A vile Sanicle comment");
        await tom.HasCommentAsync(reference, "Sanicle");
        await tom.PressesAsync("This is abusive", on: reference);
        tom.Sees("ring **999** first", "should inform the audience exactly why the action was taken", "We have removed a comment from this page because it was offensive", "Report it as an incident", "Second opinion on a reply");
        await tom.PressesAsync("Record what was done");
        tom.Sees("Please choose what was done.", "Please say whether the audience was told why.");
        await tom.Chooses("What was done?", "I reported it to the platform").Chooses("Was the audience told why?", "Yes, they know why").PressesAsync("Record what was done");
        tom.Sees($"{reference}: answer by", "I reported it to the platform", "told the audience why", "Record a reply");

        var other = await priya.LogsAsync(Page, "today at 9am", "A vile Woodruff comment");
        await tom.HasCommentAsync(other, "Woodruff");
        await tom.PressesAsync("This is abusive", on: other);
        await tom.Chooses("What was done?", "I deleted or hid the comment", "I blocked the account").Chooses("Was the audience told why?", "Not yet").PressesAsync("Record what was done");
        tom.Sees($"{other}: answer by", "**The audience has not been told why yet.** You can copy this:", "We have removed a comment");
        await tom.GetsAsync($"{other}: answer by", "has not been told why yet");
        await tom.PressesAsync("This is abusive", on: other);
        await tom.Chooses("Was the audience told why?", "Yes, they know why").PressesAsync("Record what was done");
        tom.Sees($"{other}: taken down, the audience was told", "What was taken down needs no reply.", "in time");
        Assert.Equal(["comment.logged", "comment.abuse_handled", "comment.removed"], await School.TrailOfAsync(other));
    }

    [Fact]
    public async Task An_abusive_comment_goes_into_a_report_with_what_is_known_and_its_clock_goes_on()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "Saturday at 18:00", "A vile Feverfew comment", link: "https://www.facebook.com/north/7");
        await tom.HasCommentAsync(reference, "Feverfew");
        await tom.PressesAsync("This is abusive", on: reference);
        await tom.PressesAsync("Report it as an incident", on: "it is abusive");
        await tom.GetsAsync("Before you start: is anyone in danger?");
        await tom.PressesAsync("No, nobody is in danger");
        Assert.Equal("A vile Feverfew comment", tom.Card.Standing("What happened"));
        await tom.PressesAsync("Next");
        Assert.Equal(("North Academy page", "https://www.facebook.com/north/7", "2026-11-21", "18:00"), (
            tom.Card.Standing("Account or page (if you know it)"), tom.Card.Standing("Link to it (if you have one)"), tom.Card.Standing("On which day was it posted or seen?"), tom.Card.Standing("At what time (if you know it)?")));
        await priya.GetsAsync($"{reference}: answer by", $"{tom.Member.Name} opened a report about it", "the clock goes on until a reply is recorded");
        Assert.Equal(["comment.logged", "comment.report_opened"], await School.TrailOfAsync(reference));

        // Half a report stands there still: the next one does not throw it away.
        await OpensAsync(tom, reference);
        await tom.PressesAsync("This is abusive", on: "Feverfew");
        await tom.PressesAsync("Report it as an incident", on: "it is abusive");
        tom.Sees("You have a report that is not sent yet");
    }

    [Fact]
    public async Task A_second_opinion_on_the_reply_shows_the_comments_own_clock()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "Saturday at 18:00", "Your Loosestrife trip was a mess", "A complaint");
        await tom.HasCommentAsync(reference, "Loosestrife");
        await tom.PressesAsync("Check my reply first", on: reference);
        tom.Sees("What do you want to post?");
        await tom.Fills("The text, word for word", "We are sorry to hear that.").PressesAsync("Next");
        Assert.Equal("Your Loosestrife trip was a mess", tom.Card.Standing("The comment, word for word"));
        await tom.PressesAsync("Next");
        await tom.Chooses("Who is it for?", "Families").PressesAsync("Next");
        tom.Sees("Before a person reads it", "Reply by Monday 23 November 2026 at 17:00");
    }

    [Fact]
    public async Task Only_the_Social_Media_Manager_takes_out_what_was_logged_by_mistake()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "today at 9am", "The same Agrimony again");
        await tom.HasCommentAsync(reference, "Agrimony");
        tom.DoesNotSee("Logged by mistake");
        await tom.SendsAsync(tom.Pressing("comment.takeout", new JsonObject { ["ref"] = reference, ["reason"] = "Twice" }));
        tom.Sees("Only the Social Media Manager can take it out. Nothing has changed.");
        var sam = office.Sam;
        await OpensAsync(sam, reference);
        await sam.PressesAsync("Logged by mistake", on: "Agrimony");
        await sam.PressesAsync("Take it out", on: "logged by mistake");
        sam.Sees("Please say why.");
        await sam.Fills("Why?", "It was logged twice").PressesAsync("Take it out", on: "logged by mistake");
        sam.Sees($"{reference}: taken out", "It was logged twice");
        await tom.GetsAsync($"{reference}: taken out");
    }

    [Fact]
    public async Task Whoever_has_no_part_in_it_learns_nothing()
    {
        var (priya, tom) = await StaffAsync();
        var ben = School.Teacher();
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Pellitory fence");
        await tom.HasCommentAsync(reference, "Pellitory");
        var before = School.Remembered();
        foreach (var verb in (string[])[
            "comment.view", "comment.card", "comment.open", "comment.form", "comment.reply", "comment.remove", "comment.takeout", "comment.take", "comment.report", "comment.opinion"])
        {
            foreach (var named in (string[])[reference, "CMT-2026-0999", "INC-2026-0001", ""])
            {
                await ben.SendsAsync(ben.Pressing(verb, new JsonObject { ["ref"] = named, ["step"] = "Reply", ["replyKind"] = "Answer", ["reason"] = "x", ["seen"] = "1" }));
                ben.Sees("Only those who look after the account can do that.").DoesNotSee("Pellitory");
            }
        }
        await ben.SendsAsync(ben.Pressing("comment.counts", new JsonObject()));
        ben.Sees("Only the Social Media Manager can see that.");
        Assert.Equal(before[before.IndexOf("cases|", StringComparison.Ordinal)..], School.Remembered() is var after ? after[after.IndexOf("cases|", StringComparison.Ordinal)..] : "");
    }

    [Fact]
    public async Task A_new_lead_has_it_and_the_old_one_does_not_see_it_any_more()
    {
        var (priya, tom, ben) = (School.Teacher(), School.Teacher(), School.Teacher());
        var account = await School.RegistersAsync("North Academy page", tom.Member);
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Burdock wall");
        await tom.HasCommentAsync(reference, "Burdock");
        var replying = await tom.PressingAsync("Record a reply", on: reference);
        await School.HandsToAsync(account, ben.Member);
        await tom.SendsAsync(replying);
        tom.Sees("Only those who look after the account can do that.");
        await ben.SaysAsync("comments");
        ben.Sees(reference);
        await ben.PressesAsync("Open it");
        await ben.PressesAsync("I take it over", on: "Burdock");
        ben.Sees($"**With:** {ben.Member.Name}");
        await tom.GetsAsync($"{reference}: others see to it");
    }

    [Fact]
    public async Task The_list_is_filtered_and_the_counts_name_nobody()
    {
        var (priya, tom) = await StaffAsync();
        var sam = office.Sam;
        var late = await priya.LogsAsync(Page, "Thursday at 9am", "Late Arnica");
        var soon = await priya.LogsAsync(Page, "today at 9am", "Soon Arnica", "A query");
        var done = await priya.LogsAsync(Page, "today at 8am", "Done Arnica");
        await tom.HasCommentAsync(done, "Done Arnica");
        await AnswersAsync(tom, "Done Arnica");

        await sam.SaysAsync("comments");
        sam.Sees("Open comments", "2 comments, the most urgent first.", $"{late}: overdue", $"{soon}: waits for an answer", "How we are doing").DoesNotSee(done);
        await sam.PressesAsync("Overdue");
        sam.Sees("Overdue comments", late).DoesNotSee(soon);
        await sam.PressesAsync("Mine");
        sam.Sees("There are none.");
        await sam.PressesAsync("How we are doing");
        sam.Sees("November 2026, Facebook: North Academy page", "1 in time, 0 late, 2 open").DoesNotSee(tom.Member.Name, priya.Member.Name, "Arnica");

        await tom.SaysAsync("overdue comments");
        tom.Sees(late).DoesNotSee("How we are doing");
        await tom.SaysAsync("my cases");
        tom.Sees("Comments that I logged or have in hand", late, soon).DoesNotSee(done);
        await tom.SaysAsync("help");
        tom.Sees("*log a comment*");
    }

    [Fact]
    public async Task How_it_was_answered_waits_for_the_Trusts_record_without_its_words()
    {
        var (priya, tom) = await StaffAsync();
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Yarrow tree");
        await tom.HasCommentAsync(reference, "Yarrow");
        await AnswersAsync(tom, reference);
        Assert.Equal(1, (await School.Bot.Get<CaseStore>().BacklogAsync(TestContext.Current.CancellationToken)).WaitingForGraph);
    }

    private async Task<(Participant Priya, Participant Tom)> StaffAsync()
    {
        var (priya, tom) = (School.Teacher(), School.Teacher());
        await School.RegistersAsync("North Academy page", tom.Member);
        return (priya, tom);
    }

    private static async Task AnswersAsync(Participant person, string on)
    {
        await person.PressesAsync("Record a reply", on: on);
        await person.Chooses("What was sent?", "A full answer").PressesAsync("Record it");
    }

    private static async Task OpensAsync(Participant person, string reference)
    {
        await person.SaysAsync("comments");
        await person.PressesAsync("Open it");
        await person.GetsAsync(reference, "Came in");
    }
}
