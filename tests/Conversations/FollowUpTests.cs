using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;
using PolicyBot.Dialogs;
using PolicyBot.Policy;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;
using static PolicyBot.Tests.Fakes.ScriptedPolicy;
using Answer = PolicyBot.Policy.Answer;

namespace PolicyBot.Tests.Conversations;

/// <summary>"And what about parents?" is sent on to a person: they have to be able to understand it.</summary>
public sealed class FollowUpTests : IAsyncLifetime
{
    private const string First = "Can I follow a former pupil on Instagram?";
    private const string Second = "and what about parents?";
    private const string Third = "or their grandparents?";
    private const string Other = "How many days of annual leave do teachers in the sixth form get in a year?";
    private const string Danger = "My pupil says he will end it all tonight";
    private const string Happened = "A parent is calling my colleague names on Facebook";

    private readonly School school = new()
    {
        Trust = Cast.TrustWithOfficeJson(),
        Policy = new ScriptedPolicy()
            .To(First, Quoting("students.no-following") with { Verdict = Verdict.No })
            .To($"{First} | {Second}", new Answer.NotCovered(null, NextStep.AskManager))
            .To($"{Second} | {Third}", Quoting("parents.encouraged"))
            .To(Other, new Answer.NotCovered(null, NextStep.AskManager))
            .To($"{Other} | {Second}", new Answer.NotCovered(null, NextStep.AskManager))
            .To(Danger, new Answer.Urgent(UrgentKind.SelfHarm))
            .To($"{Danger} | {Second}", new Answer.NotCovered(null, NextStep.AskManager))
            .To(Happened, Quoting("parents.encouraged") with { Next = NextStep.Report })
            .To($"{Happened} | {Second}", new Answer.NotCovered(null, NextStep.AskManager)),
    };

    private Participant Sam => school.InChat(Cast.Sam);

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task What_was_asked_before_is_shown_first_goes_along_and_is_read_above_the_question()
    {
        var (priya, sam) = (school.Teacher(), Sam);
        await priya.SaysAsync(First);
        await priya.SaysAsync(Second);
        priya.Sees("I can send your question", $"what you asked just before goes with it: “{First}”");
        await priya.PressesAsync("Send my question on");
        priya.Sees("What was sent", Second, "And what you asked just before", First);

        await sam.GetsAsync($"{priya.Reference}: a question for you", "Asked just before", First, "The question", Second);
        await sam.PressesAsync("Answer", on: priya.Reference);
        sam.Sees("Your answer", "Asked just before", First);
    }

    [Fact]
    public async Task Under_an_answer_that_does_not_help_all_that_it_leans_on_is_shown_before_it_is_sent()
    {
        var (priya, sam) = (school.Teacher(), Sam);
        await priya.SaysAsync(First);
        await priya.SaysAsync(Second);
        await priya.SaysAsync(Third);
        await priya.PressesAsync("This does not help", on: "encouraged");
        priya.Sees("This is what I would send", Third, "And what you asked just before, so that they understand it", First, Second, "Nothing is sent unless you press.");
        await priya.PressesAsync("Send my question on", on: "This is what I would send");
        await sam.GetsAsync($"{priya.Reference}: a question for you", First, Second, Third);
    }

    [Fact]
    public async Task A_question_that_stands_alone_goes_alone()
    {
        var (priya, sam) = (school.Teacher(), Sam);
        await priya.SaysAsync(First);
        await priya.SaysAsync(Other);
        priya.DoesNotSee("just before");
        await priya.PressesAsync("Send my question on");
        await sam.GetsAsync($"{priya.Reference}: a question for you", Other);
        sam.NeverGot(First);
    }

    [Fact]
    public async Task The_same_follow_up_to_something_else_is_another_question()
    {
        var (priya, sam) = (school.Teacher(), Sam);
        await priya.SaysAsync(First);
        await priya.SaysAsync(Second);
        await priya.PressesAsync("Send my question on");
        var reference = priya.Reference;
        await priya.SaysAsync(Other);
        await priya.SaysAsync(Second);
        await priya.PressesAsync("Send my question on", on: $"“{Other}”");
        priya.Sees("Your question was sent").DoesNotSee(reference);
        await sam.GetsAsync($"{priya.Reference}: a question for you", Other, Second);
    }

    [Theory]
    [InlineData(Danger)]
    [InlineData(Happened)]
    public async Task What_hangs_on_danger_or_on_a_report_is_not_sent_around_as_a_question(string first)
    {
        var priya = school.Teacher();
        await priya.SaysAsync(first);
        await priya.SaysAsync(Second);
        priya.Sees("The policy does not settle this").DoesNotSee("Send my question on");
        await priya.PressesAsync("This does not help", on: "does not settle");
        priya.Sees("Has something happened?", "Report something", "**999**").DoesNotSee("Send my question on");
    }

    [Theory]
    [InlineData("and what about parents?", true)]
    [InlineData("What if they're 18?", true)]
    [InlineData("same for governors?", true)]
    [InlineData("Would that be allowed on a school trip?", true)]
    [InlineData("that’s ok then", true)]
    [InlineData("on TikTok?", true)]
    [InlineData("…", false)]
    [InlineData("Can I post a photo of the class assembly?", false)]
    [InlineData("How many days of annual leave do I get?", false)]
    [InlineData("A parent rang about a picture of the school fair and said that they want the school to take it down today", false)]
    public void A_question_leans_on_the_one_before_by_its_words(string question, bool leans)
    {
        var before = new AskedQuestion(First, DateTimeOffset.UnixEpoch, "1", new GivenAnswer(AnswerKind.Found, null, []));
        var chatter = new AskedQuestion("hello", DateTimeOffset.UnixEpoch, "2");

        Assert.Equal(leans ? before : null, FollowUp.LeansOn(question, [before]));
        Assert.Equal(leans ? before : null, FollowUp.LeansOn(question, [before, chatter]));
        Assert.Null(FollowUp.LeansOn(question, [chatter]));
    }
}
