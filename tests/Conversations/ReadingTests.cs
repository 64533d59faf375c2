using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Somebody reads the policy, and confirms that they have.</summary>
public sealed class ReadingTests(School school) : IClassFixture<School>
{
    private const string Noted = "You confirmed on Monday 23 November 2026 at 09:30 that you have read the Social Media policy, issue 001.";

    [Theory]
    [InlineData("I have read the policy")]
    [InlineData("I’ve read it!")]
    [InlineData("acknowledge")]
    public async Task What_is_confirmed_is_shown_first_with_its_issue_and_that_it_is_a_draft(string said)
    {
        var priya = school.Teacher();
        await priya.SaysAsync(said);
        priya.Sees(
            "I have read the policy", "Know the contents of and ensure that any use of social media is carried out in line with this and other relevant policies.",
            "Social Media policy, issue 001: DRAFT, not yet approved", "you confirm that you have read the draft");
        await priya.PressesAsync("I have read it");
        priya.Sees("Thank you, it is noted", Noted);
    }

    [Fact]
    public async Task Confirming_again_another_day_shows_the_first_date_and_changes_nothing()
    {
        await using var own = new School();
        await own.InitializeAsync();
        var priya = own.Teacher();
        await priya.SaysAsync("I have read the policy");
        var again = await priya.PressingAsync("I have read it");
        await priya.PressesAsync("I have read it");
        var remembered = own.Remembered();
        await own.LaterAsync(TimeSpan.FromDays(40));
        again["id"] = "another press";
        await priya.SendsAsync(again);
        priya.Sees(Noted);
        Assert.Equal(remembered, own.Remembered());
        await own.RestartAsync();
        again["id"] = "one more, after a restart";
        await priya.SendsAsync(again);
        priya.Sees(Noted);
    }

    [Fact]
    public async Task Two_presses_at_the_same_moment_note_it_once()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("I have read the policy");
        var press = await priya.PressingAsync("I have read it");
        var other = press.DeepClone().AsObject();
        other["id"] = "the other press";
        var answers = await Task.WhenAll(school.DeliverAsync(press), school.DeliverAsync(other));
        Assert.All(answers, answer => Assert.Contains(Noted, answer.Card!.Text, StringComparison.Ordinal));
        Assert.Single(school.Remembered().Split('\n'), line => line.StartsWith($"readings|{priya.Member.DirectoryId}|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_old_client_is_shown_that_it_is_noted_too()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("I have read the policy");
        await priya.SubmitsAsync("I have read it");
        priya.Sees(Noted);
    }

    [Fact]
    public async Task A_text_that_has_changed_since_is_not_confirmed_but_shown_as_it_is_now()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("I have read the policy");
        await priya.SendsAsync(priya.Pressing("policy.acknowledge", new JsonObject { ["document"] = "Social Media", ["edition"] = "of last year" }));
        priya.Sees("The policy has changed since that card was made, so I have noted nothing.", "I have read it");
        Assert.DoesNotContain($"readings|{priya.Member.DirectoryId}|", school.Remembered(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_is_read_section_by_section()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("read the policy");
        priya.Sees("Read the policy", "DRAFT, not yet approved", "Which section?");
        priya.Chooses("Which section?", "Personal use › Staff");
        await priya.PressesAsync("Read the section");
        priya.Sees("Personal use › Staff", "Where excessive personal use of social media in the Trust/Academy is suspected");
    }

    [Fact]
    public async Task A_section_has_to_be_chosen_first()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("read the policy");
        await priya.PressesAsync("Read the section");
        priya.Sees("Please choose a section first.");
    }

    [Fact]
    public async Task A_section_that_there_is_not_is_said_to_be_gone()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("read the policy");
        await priya.SendsAsync(priya.Pressing("policy.section", new JsonObject { ["document"] = "Social Media", ["chosen"] = "Pay" }));
        priya.Sees("I cannot find that section any more.");
    }
}
