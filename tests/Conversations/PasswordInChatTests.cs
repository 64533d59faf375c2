using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Somebody asks for a password in the chat, or types one there.</summary>
public sealed class PasswordInChatTests(School school) : IClassFixture<School>
{
    [Theory]
    [InlineData("what's the insta password")]
    [InlineData("can you send me the login details for our instagram")]
    public async Task A_password_is_not_given_out_in_a_chat(string question)
    {
        var priya = school.Teacher();
        await priya.SaysAsync(question);
        priya.Sees("I give out no passwords in a chat", "“Store account details, including passwords securely.”");
        await priya.PressesAsync("Ask to see sign-in details");
        priya.Sees("See sign-in details");
    }

    [Theory]
    [InlineData("the password is Zanthorpe77!x")]
    [InlineData("check: our new login is northacademy / Zanthorpe77!x")]
    [InlineData("Zanthorpe77!x")]
    public async Task A_typed_password_is_kept_nowhere(string text)
    {
        var priya = school.Teacher();
        await priya.SaysAsync(text);
        priya.Sees("That looks like a password or a code", "Please change it where it is used", "“Store account details, including passwords securely.”").DoesNotSee("Zanthorpe77");
        Assert.DoesNotContain("Zanthorpe77", school.Remembered() + school.Answered() + school.Waiting(), StringComparison.Ordinal);
        Assert.DoesNotContain(school.Log.Lines, line => line.Contains("Zanthorpe77", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_about_passwords_is_answered_from_the_policy()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("must account passwords be stored securely?");
        priya.Sees("“Store account details, including passwords securely.”").DoesNotSee("looks like a password");
    }
}
