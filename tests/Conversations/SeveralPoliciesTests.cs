using PolicyBot.Policy;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Policy;
using Answer = PolicyBot.Policy.Answer;

namespace PolicyBot.Tests.Conversations;

/// <summary>The Trust has another policy beside the one on social media.</summary>
public sealed class SeveralPoliciesTests : IAsyncLifetime
{
    private readonly PolicyCopy copy = new();
    private School? open;

    private School School => open!;

    public async ValueTask InitializeAsync()
    {
        copy.Add("acceptable-use", "Acceptable Use", "Lock the screen when you leave a device.");
        open = new School
        {
            Policies = copy.Folder,
            Policy = new ScriptedPolicy()
                .To("hand it over", new Answer.Wanted(NextStep.Handover))
                .To("a comment came in", new Answer.Wanted(NextStep.LogComment))
                .To("leave?", new Answer.NotCovered(null, NextStep.AskManager) { Topic = "annual leave" }),
        };
        await open.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await School.DisposeAsync();
        copy.Dispose();
    }

    [Fact]
    public async Task The_form_for_a_comment_quotes_the_policy_that_has_the_24_hours()
    {
        var priya = School.Teacher();
        await priya.SaysAsync("a comment came in");
        priya.Sees("A comment, query or complaint came in", "must be responded to within 24 hours");
    }

    [Theory]
    [InlineData("hand it over", "Social Media policy, issue 001")]
    public async Task An_errand_comes_with_the_clause_of_the_policy_that_has_it(string words, string clause)
    {
        var priya = School.Teacher();
        await priya.SaysAsync(words);
        priya.Sees(clause, "Hand over an account");
    }

    [Fact]
    public async Task What_none_of_them_settles_is_said_of_all()
    {
        var priya = School.Teacher();
        await priya.SaysAsync("leave?");
        priya.Sees("Our policies do not settle this", "Our policies say nothing that answers questions about annual leave").DoesNotSee("The social media policy");
    }
}
