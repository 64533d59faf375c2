using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>The clocks that the law and the local authority set: 72 hours for a data breach, one working day for an allegation. It is Monday, 09:30.</summary>
public sealed class DeadlineTests : IAsyncLifetime
{
    private readonly OfficeSchool office = new();

    private School School => office.School;

    private Participant Owen => School.InChat(Cast.Owen);

    [Fact]
    public async Task The_data_protection_officer_and_SLT_are_reminded_at_24_48_66_and_72_hours_once_each()
    {
        var (priya, martin) = (School.Teacher(), School.InChat(Cast.Martin).In(School.North.Place));
        var reference = await ReportsAsync(priya, Route.DataBreach);
        await martin.PressesAsync("Acknowledge", on: reference);
        await School.North.ShowsAsync($"{reference}: acknowledged", "Report to the ICO by", "Thursday 26 November 2026 at 09:30");

        foreach (var (hours, reminders) in ((int, int)[])[(23, 0), (2, 1), (24, 2), (18, 3)])
        {
            await School.PassAsync(TimeSpan.FromHours(hours));
            await School.RestartAsync();
            await School.Teams.WaitForAsync(_ => School.North.PostsAbout("needs a decision about the ICO") == reminders, TestContext.Current.CancellationToken);
            await School.Teams.WaitForAsync(_ => Owen.MessagesSaying($"{reference} needs a decision about the ICO") == reminders, TestContext.Current.CancellationToken);
        }
        await School.PassAsync(TimeSpan.FromHours(6));
        await Owen.GetsAsync($"{reference} is past the time for the ICO", "The 72 hours ended on Thursday 26 November 2026 at 09:30");
        await School.PassAsync(TimeSpan.FromDays(9));
        Assert.Equal(1, School.North.PostsAbout("is past the time for the ICO"));
        Assert.Equal(1, Owen.MessagesSaying("is past the time for the ICO"));

        await martin.PressesAsync("Record outcome", on: $"{reference}: acknowledged");
        await martin.RecordsAsync("Nothing was lost.", on: $"{reference}: record");
        await Owen.GetsAsync($"{reference}: done");
    }

    [Fact]
    public async Task Whoever_handles_an_allegation_reads_until_when_the_LADO_must_be_told_and_is_reminded_once()
    {
        await School.LaterAsync(new TimeSpan(4, 7, 30, 0)); // Friday, 17:00
        var (priya, martin, dina) = (School.Teacher(), School.InChat(Cast.Martin), School.InChat(Cast.Dina));
        var reference = await ReportsAsync(priya, Route.AllegationStaff);
        await martin.PressesAsync("Acknowledge", on: reference);
        martin.Sees("Tell the LADO by", "Monday 30 November 2026 at 17:00, one working day after the report");

        await School.PassAsync(new TimeSpan(2, 23, 50, 0));
        martin.NeverGot("needs a call to the LADO");
        await School.PassAsync(TimeSpan.FromMinutes(10));
        await martin.GetsAsync($"{reference} needs a call to the LADO", "before anything is looked into");
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromDays(9));
        Assert.Equal(1, martin.MessagesSaying("needs a call to the LADO"));
        foreach (var other in (Participant[])[dina, School.InChat(Cast.Grace), School.InChat(Cast.Ruth)])
            other.NeverGot("LADO");
        Assert.Equal(0, School.North.PostsAbout("LADO"));
    }

    // The form has no question for these routes; the draft is given the answer before it is sent in.
    private async Task<string> ReportsAsync(Participant reporter, Route route)
    {
        await reporter.ReachesReviewAsync("Quincewort");
        var store = School.Bot.Get<CaseStore>();
        var chat = (await store.FindPersonalConversationAsync(reporter.Member.DirectoryId!, TestContext.Current.CancellationToken))!;
        var answered = chat with { State = chat.State with { Draft = chat.State.Draft! with { Answered = route } } };
        Assert.Equal(CommitResult.Committed.Instance, await store.CommitAsync(new TurnCommit(chat.Key, "answered", School.Clock.GetUtcNow(), null) { Conversation = answered }));
        await reporter.PressesAsync("Submit");
        reporter.Sees("Your report is saved");
        return reporter.Reference;
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
