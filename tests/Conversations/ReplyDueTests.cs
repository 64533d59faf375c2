using PolicyBot.Policy;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Somebody asks by when a comment must be answered. It is Monday 23 November 2026, half past nine.</summary>
public sealed class ReplyDueTests : IAsyncLifetime
{
    private static readonly string[] Asked =
    [
        "a complaint came in on Saturday at six, when must we answer?", "comment posted fri 4pm", "it came in yesterday evening", "it came in on Thursday",
        "it came in today at 8.15am", "it came in today", "if one comes in on Christmas Eve at 4pm?", "how quickly must we answer?", "a complaint came in on Sunday",
    ];

    private readonly School school = new()
    {
        Policy = Asked.Aggregate(new ScriptedPolicy(), (policy, question) =>
                policy.To(question, ScriptedPolicy.Quoting("monitoring.24-hours") with { Says = "Within 24 hours.", Next = NextStep.LogComment }))
            .To("can I post on Saturday at six?", ScriptedPolicy.Quoting("scope.any-time-anywhere")),
    };

    public ValueTask InitializeAsync() => school.InitializeAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task What_came_in_at_a_weekend_is_due_at_the_end_of_the_next_working_day() => (await AskedAsync("a complaint came in on Saturday at six, when must we answer?")).Sees(
        "Reply by the end of Monday 23 November",
        "I understood that it came in on Saturday 21 November 2026 at 18:00. That is a weekend, so the policy gives until the end of the next working day: Monday 23 November 2026 at 17:00.",
        "You did not say morning or evening: I took 18:00, not 06:00.", "A short reply that it has arrived is enough.",
        "must be responded to within 24 hours", "Log a comment");

    [Fact]
    public async Task What_is_overdue_is_said_with_what_to_do() => (await AskedAsync("comment posted fri 4pm")).Sees(
        "This reply is overdue", "I understood that it came in on Friday 20 November 2026 at 16:00. The policy gives 24 hours: until Saturday 21 November 2026 at 16:00.",
        "That day is no working day. The policy makes an exception only for what comes in at a weekend.",
        "Please reply now, even if only to say that it has arrived, and tell the Social Media Manager.");

    [Fact]
    public async Task Of_an_evening_the_start_is_taken_and_said() =>
        (await AskedAsync("it came in yesterday evening")).Sees("Sunday 22 November 2026 at 18:00", "You gave no exact time, so I took the earliest: 18:00.", "Reply by the end of Monday 23 November");

    [Fact]
    public async Task A_day_alone_is_answered_as_far_as_it_can_be() => (await AskedAsync("it came in on Thursday")).Sees(
        "This reply is overdue", "it came in on Thursday 19 November 2026. The policy gives 24 hours, so the last moment is on Friday 20 November 2026, at the same time of day.");

    [Fact]
    public async Task A_day_alone_that_is_not_over_leaves_the_hour_open() =>
        (await AskedAsync("it came in today")).Sees("Reply by Tuesday 24 November", "Tell me the time too, and I can say it exactly.").DoesNotSee("overdue");

    [Fact]
    public async Task A_weekend_day_needs_no_time() =>
        (await AskedAsync("a complaint came in on Sunday")).Sees("Reply by the end of Monday 23 November", "it came in on Sunday 22 November 2026. That is a weekend").DoesNotSee("Tell me the time");

    [Fact]
    public async Task What_came_in_today_is_due_tomorrow() => (await AskedAsync("it came in today at 8.15am")).Sees("Reply by Tuesday 24 November, 08:15").DoesNotSee("no working day", "overdue");

    [Fact]
    public async Task What_has_not_come_in_yet_is_worked_out_too() => (await AskedAsync("if one comes in on Christmas Eve at 4pm?")).Sees(
        "Reply by Friday 25 December, 16:00", "I understood that it comes in on Thursday 24 December 2026 at 16:00.", "That day is no working day.");

    [Fact]
    public async Task Without_a_time_in_the_question_nothing_is_worked_out() => (await AskedAsync("how quickly must we answer?")).Sees("Within 24 hours.").DoesNotSee("Reply by", "I understood");

    [Fact]
    public async Task A_time_in_another_question_is_left_alone() => (await AskedAsync("can I post on Saturday at six?")).Sees("posted at any time and from anywhere").DoesNotSee("Reply by");

    private async Task<Participant> AskedAsync(string question)
    {
        var priya = school.Teacher();
        await priya.SaysAsync(question);
        return priya;
    }
}
