using PolicyBot.Policy;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using Answer = PolicyBot.Policy.Answer;

namespace PolicyBot.Tests.Conversations;

/// <summary>What somebody types could be danger or a question, a wish or a question: they get both.</summary>
public sealed class InDoubtTests : IAsyncLifetime
{
    private readonly School school = new()
    {
        Policy = new ScriptedPolicy()
            .To("Her son hates coming in, do I answer her?", ScriptedPolicy.Quoting("monitoring.24-hours") with { Errand = NextStep.LogComment, Perhaps = UrgentKind.ChildAtRisk })
            .To("Could you read my reply first?", new Answer.Wanted(NextStep.SecondOpinion) { Perhaps = UrgentKind.Danger })
            .To("Lovely morning, he will not be here tomorrow", new Answer.OffTopic { Perhaps = UrgentKind.SelfHarm })
            .To("What do I tell him about lunch?", new Answer.NotCovered("the catering manager", NextStep.AskManager) { Perhaps = UrgentKind.AdultContact }),
    };

    private readonly School shipped = new();

    public async ValueTask InitializeAsync()
    {
        await school.InitializeAsync();
        await shipped.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        await shipped.DisposeAsync();
    }

    [Fact]
    public async Task Where_a_question_hints_at_danger_the_way_to_help_stands_above_the_clause()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("Her son hates coming in, do I answer her?");
        priya.Sees("Could somebody be in danger, or a child at risk?", "If it is now, ring **999**", "If it is nothing of the kind:", Cast.Dina.Name, "This is what the policy says:", "24 hours", "Log a comment");
        Assert.StartsWith("If someone is in danger, ring 999 now.", priya.Card.Json.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
        Assert.True(priya.Card.Text.IndexOf("999", StringComparison.Ordinal) < priya.Card.Text.IndexOf("This is what the policy says", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Such_a_question_is_not_sent_around()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("Her son hates coming in, do I answer her?");
        await priya.PressesAsync("This does not help");
        priya.Sees("Has something happened?", "Report something").DoesNotSee("Send my question on");
    }

    [Fact]
    public async Task No_form_opens_in_front_of_the_help()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("Could you read my reply first?");
        priya.Sees("Could somebody be in danger", "999", "I can begin that here.").DoesNotSee("What do you want to post?");
        await priya.PressesAsync("Get a second opinion");
        priya.Sees("What do you want to post?");
    }

    [Theory]
    [InlineData("Lovely morning, he will not be here tomorrow", "outside what I know")]
    [InlineData("What do I tell him about lunch?", "The policy does not settle this")]
    public async Task Help_stands_above_whatever_else_is_said(string question, string answer)
    {
        var priya = school.Teacher();
        await priya.SaysAsync(question);
        priya.Sees("Could somebody be in danger", "999", Cast.Dina.Name, answer).DoesNotSee("Send my question on");
    }

    [Fact]
    public async Task What_may_be_a_wish_or_a_question_gets_the_clause_and_the_button()
    {
        var priya = shipped.Teacher();
        await priya.SaysAsync("should somebody look over my reply to an angry dad before I send it");
        priya.Sees("Think before responding to comments and, when in doubt, get a second opinion.").DoesNotSee("999");
        await priya.PressesAsync("Get a second opinion");
        priya.Sees("What do you want to post?");
    }

    [Theory]
    [InlineData("please check this caption before it goes up", "What do you want to post?")]
    [InlineData("I want to report a fake page", "is anyone in danger?")]
    public async Task A_plain_wish_begins_at_once(string wish, string form)
    {
        var priya = shipped.Teacher();
        await priya.SaysAsync(wish);
        priya.Sees(form).DoesNotSee("This is what the policy says:");
    }
}
