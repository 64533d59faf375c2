using PolicyBot.Cases.Secrets;

namespace PolicyBot.Tests.Secrets;

public sealed class AsksForSecretTests
{
    [Theory]
    [InlineData("what's the insta password")]
    [InlineData("what is the password for the facebook page?")]
    [InlineData("whats the login for the trust insta, its urgent")]
    [InlineData("give me the password for the twitter")]
    [InlineData("can you send me the login details for our instagram")]
    [InlineData("I need the password to the sixth form account")]
    [InlineData("could I have the credentials for the trust's LinkedIn?")]
    [InlineData("the insta password please")]
    [InlineData("tell me our tiktok passcode")]
    public void Somebody_who_wants_to_be_told_one_is_understood(string text) => Assert.True(AsksForSecret.In(text));

    [Theory]
    [InlineData("what does the policy say about passwords")]
    [InlineData("password rules?")]
    [InlineData("who keeps our account passwords?")]
    [InlineData("where is the password stored?")]
    [InlineData("can I share the password with a colleague?")]
    [InlineData("how do I reset my password")]
    [InlineData("should I give the password to my deputy?")]
    [InlineData("must passwords be stored securely")]
    [InlineData("what is a strong password?")]
    [InlineData("somebody changed the password to our account")]
    [InlineData("I forgot my password")]
    [InlineData("can I post a photo?")]
    [InlineData("")]
    public void A_question_about_them_is_a_question(string text) => Assert.False(AsksForSecret.In(text));
}
