using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A password in a form goes no further, and whoever typed it loses nothing but the password.</summary>
public sealed class SecretInFormsTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private const string Secret = "Zanthorpe77!x";
    private const string Leaked = "the password is Zanthorpe77!x";

    private School School => office.School;

    [Fact]
    public async Task A_report_about_a_leaked_password_goes_without_the_password_itself()
    {
        var priya = School.Teacher();
        await priya.SaysAsync("report");
        await priya.PressesAsync("No, nobody is in danger");
        await priya.Fills("What happened", $"Somebody posted our login on Facebook, {Leaked}, and a pupil shared it").PressesAsync("Next");
        Refuses(priya, "What happened");
        await priya.Fills("What happened", "Somebody posted our login and our password on Facebook, and a pupil shared it").PressesAsync("Next");
        await priya.Chooses("Which platform?", "Facebook").Chooses("Which academy is it about?", "North Academy").Fills("Account or page (if you know it)", "North_Netball24")
            .Fills("Link to it (if you have one)", "https://www.facebook.com/story.php?code=AbCdEf123456&id=77").PressesAsync("Next");
        await priya.Chooses("Who is affected?", "A member of staff").Fills("Anybody else it is about (if you know)", $"A parent, who has it as {Secret}").PressesAsync("Next");
        Refuses(priya, "Anybody else it is about");
        await priya.Chooses("Who is affected?", "A member of staff").Fills("Anybody else it is about (if you know)", "A parent").PressesAsync("Next");
        priya.Sees("Check your report", "a pupil shared it", "A parent");
        await priya.PressesAsync("Submit");
        priya.Sees("Your report is saved");
    }

    [Fact]
    public async Task A_draft_with_a_password_is_not_kept()
    {
        var priya = School.Teacher();
        await priya.SaysAsync("can someone check this before I post?");
        await priya.Fills("The text, word for word", $"Live stream tonight! Log in with {Secret}").Chooses("Which platform?", "Instagram")
            .Chooses("From which account?", "An account of the Trust or an academy").PressesAsync("Next");
        Refuses(priya, "The text");
        await priya.Fills("The text, word for word", "Live stream tonight! Ask us for the password").Chooses("Which platform?", "Instagram")
            .Chooses("From which account?", "An account of the Trust or an academy").PressesAsync("Next");
        priya.Sees("Who is it for?");
    }

    [Fact]
    public async Task A_comment_that_holds_a_password_is_logged_without_it()
    {
        var priya = School.Teacher();
        await School.RegistersAsync("Zinnia House", priya.Member);
        await priya.SaysAsync("log a comment");
        var name = priya.Card.Input("On which account?").GetProperty("choices").EnumerateArray().Select(choice => CardFace.Of(choice, "title")).First(title => title.Contains("Zinnia House", StringComparison.Ordinal));
        await priya.Chooses("On which account?", name).Chooses("What is it?", "A comment").Fills("When did it come in?", "today 8:30")
            .Fills("What does it say, in short?", $"Ha, {Leaked}").PressesAsync("Next");
        Refuses(priya, "What the comment says");
        await priya.Chooses("On which account?", name).Chooses("What is it?", "A comment").Fills("When did it come in?", "today 8:30")
            .Fills("What does it say, in short?", "They wrote a password there").Fills("Link to it (if you have one)", Secret).PressesAsync("Next");
        Refuses(priya, "The link");
        await priya.Chooses("On which account?", name).Fills("When did it come in?", "today 8:30").Fills("What does it say, in short?", "They wrote a password there")
            .Fills("Link to it (if you have one)", "facebook.com/story.php?code=AbCdEf123456").PressesAsync("Next");
        priya.Sees("Please paste the whole link, beginning with https://");
        await priya.Chooses("On which account?", name).Chooses("What is it?", "A comment").Fills("When did it come in?", "today 8:30")
            .Fills("What does it say, in short?", "They wrote a password there").Fills("Link to it (if you have one)", "https://www.facebook.com/story.php?code=AbCdEf123456").PressesAsync("Next");
        priya.Sees("I understood that it came in on", "They wrote a password there");
    }

    [Fact]
    public async Task An_answer_to_a_question_holds_no_password()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.SendsOnAsync();
        await sam.PressesAsync("Answer", on: reference);
        await sam.Fills("Your answer", $"It is easy: {Leaked}").PressesAsync("Send the answer", on: reference);
        Refuses(sam, "Your answer");
        await sam.Fills("Your answer", "Ask for the password by the vault.").PressesAsync("Send the answer", on: reference);
        sam.Sees($"{reference}: answered");
        await priya.GetsAsync("Ask for the password by the vault.");
        priya.NeverGot(Secret);
    }

    [Fact]
    public async Task Nor_do_the_pages_of_an_account()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var account = await sam.AddsAccountAsync("North_Netball_2026", priya.Member);
        await priya.SaysAsync("my accounts");
        await priya.PressesAsync("Open it");
        await priya.PressesAsync("This is wrong", on: account);
        await priya.Fills("What is wrong?", $"I cannot sign in, {Leaked}").PressesAsync("Send it", on: account);
        Refuses(priya, "What is wrong");
        await sam.SaysAsync("add an account");
        await sam.Chooses("Which platform?", "Instagram").Fills("Its name there", Secret).Fills("What people call it", "Netball").Chooses("Whose is it?", "North Academy").PressesAsync("Add it");
        Refuses(sam, "The account's name");
    }

    private void Refuses(Participant who, string field)
    {
        who.Sees($"“{field}” holds something that looks like a password or a code. Please leave the password itself out", "what you typed still stands on the card").DoesNotSee(Secret);
        Assert.DoesNotContain(Secret, School.Remembered() + School.Answered() + School.Waiting(), StringComparison.Ordinal);
        Assert.DoesNotContain(School.Log.Lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }
}
