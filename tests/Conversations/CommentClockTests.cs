using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Nobody answers a comment, and time goes by: who hears of it, each once. It is Monday 23 November 2026, half past nine; nights are from 18:00 to 07:30.</summary>
public sealed class CommentClockTests : IAsyncLifetime
{
    private const string Page = "Facebook: North Academy page";
    private const string Waits = "waits for an answer";
    private const string Overdue = "is overdue";
    private readonly OfficeSchool office = new();

    private School School => office.School;

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task First_the_lead_then_the_deputy_then_the_manager_then_the_chief_executive_each_once_over_restarts()
    {
        var (priya, tom, ben) = (School.Teacher(), School.Teacher(), School.Teacher());
        var (sam, ruth) = (office.Sam, School.InChat(Cast.Ruth));
        await School.RegistersAsync("North Academy page", tom.Member, ben.Member);
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Quillwort gate");
        await tom.HasCommentAsync(reference, "Quillwort");

        await School.PassAsync(TimeSpan.FromHours(8)); // half of it is over at 21:00, and people hear of it before the night
        tom.NeverGot(Waits);
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromMinutes(31));
        await tom.GetsAsync($"{reference} {Waits}", "is due by Tuesday 24 November 2026 at 09:00", "It is with you.");
        ben.NeverGot(reference);

        await School.RestartAsync();
        await School.PassAsync(new TimeSpan(13, 30, 0)); // 07:31: four fifths are over
        await ben.GetsAsync($"{reference} {Waits}", $"It is with {tom.Member.Name}. Anybody who gets this can take it over.");
        sam.NeverGot(reference);

        await School.PassAsync(new TimeSpan(1, 30, 0));
        await sam.GetsAsync($"{reference} {Overdue}", "was due by Tuesday 24 November 2026 at 09:00, and nobody has recorded a reply");
        await School.RestartAsync();
        ruth.NeverGot(reference);

        await School.PassAsync(TimeSpan.FromDays(1));
        await ruth.GetsAsync($"{reference} {Overdue}", "has been overdue since");
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromDays(9));
        Assert.Equal((2, 2), (tom.MessagesSaying($"{reference} {Waits}"), tom.MessagesSaying($"{reference} {Overdue}")));
        Assert.Equal((1, 2), (ben.MessagesSaying($"{reference} {Waits}"), ben.MessagesSaying($"{reference} {Overdue}")));
        Assert.Equal((0, 2), (sam.MessagesSaying($"{reference} {Waits}"), sam.MessagesSaying($"{reference} {Overdue}")));
        Assert.Equal(1, ruth.MessagesSaying($"{reference} {Overdue}"));
        priya.NeverGot($"{reference} {Waits}");
        Assert.Equal(["comment.logged", "comment.reminded", "comment.reminded", "comment.reminded", "comment.reminded"], await School.TrailOfAsync(reference));

        await ruth.PressesAsync($"Open {reference}", on: Overdue);
        await ruth.PressesAsync("I take it over", on: "Quillwort");
        ruth.Sees("**With:** Ruth Calder");
        Assert.DoesNotContain("Logged by mistake", ruth.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_instances_on_one_database_remind_once_at_each_step()
    {
        await using var database = await ScratchDatabase.CreateAsync(Needs.Postgres());
        await using var trust = new School { Trust = Cast.TrustWithOfficeJson(), Database = database.ConnectionString };
        await trust.InitializeAsync();
        await using var second = await trust.OpenAsync();
        var (priya, tom, ben) = (trust.Teacher(), trust.Teacher(), trust.Teacher());
        await trust.RegistersAsync("North Academy page", tom.Member, ben.Member);
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Quillwort gate");
        await tom.HasCommentAsync(reference, "Quillwort");
        foreach (var hours in (double[])[8.6, 13.5, 1.5, 24, 1])
        {
            await trust.PassAsync(TimeSpan.FromHours(hours));
            await trust.PassAsync(TimeSpan.FromMinutes(1));
        }
        await trust.InChat(Cast.Ruth).GetsAsync($"{reference} {Overdue}");
        Assert.Equal((2, 2), (tom.MessagesSaying($"{reference} {Waits}"), tom.MessagesSaying($"{reference} {Overdue}")));
        Assert.Equal((1, 2), (ben.MessagesSaying($"{reference} {Waits}"), ben.MessagesSaying($"{reference} {Overdue}")));
        Assert.Equal(2, trust.InChat(Cast.Sam).MessagesSaying($"{reference} {Overdue}"));
        Assert.Equal(1, trust.InChat(Cast.Ruth).MessagesSaying($"{reference} {Overdue}"));
        Assert.Equal(5, (await trust.TrailOfAsync(reference)).Count);
    }

    [Fact]
    public async Task A_new_lead_is_reminded_and_the_old_one_is_not()
    {
        var (priya, tom, ben) = (School.Teacher(), School.Teacher(), School.Teacher());
        var account = await School.RegistersAsync("North Academy page", tom.Member);
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Burdock wall");
        await tom.HasCommentAsync(reference, "Burdock");
        await School.HandsToAsync(account, ben.Member);
        await School.PassAsync(TimeSpan.FromHours(22.1));
        await ben.GetsAsync($"{reference} {Waits}");
        tom.NeverGot($"{reference} {Waits}");
    }

    [Fact]
    public async Task Whoever_took_it_over_is_reminded_first()
    {
        var (priya, tom) = (School.Teacher(), School.Teacher());
        await School.RegistersAsync("North Academy page", tom.Member);
        var reference = await priya.LogsAsync(Page, "today at 9am", "The Sedge pond");
        await tom.HasCommentAsync(reference, "Sedge");
        await priya.PressesAsync("I take it over", on: reference);
        await School.PassAsync(TimeSpan.FromHours(8.6));
        await priya.GetsAsync($"{reference} {Waits}", "It is with you.");
        tom.NeverGot($"{reference} {Waits}");
    }

    [Fact]
    public async Task What_the_trust_has_chosen_is_what_counts_and_is_said()
    {
        var file = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        file["comments"] = JsonNode.Parse("""{"weekendRule":"roll","remindAt":[0.25],"longOverdueAfter":"02:00:00","oldestDays":3}""");
        await using var trust = new School { Trust = file.ToJsonString() };
        await trust.InitializeAsync();
        var (priya, tom) = (trust.Teacher(), trust.Teacher());
        await trust.RegistersAsync("North Academy page", tom.Member);
        await priya.SaysAsync("log a comment: The Rush path");
        await priya.Chooses("On which account?", Page).Fills("When did it come in?", "Thursday at 9am").PressesAsync("Next");
        priya.Sees("**That is 4 days ago.**", "The policy gives 24 hours.");
        await priya.PressesAsync("Change it");
        await priya.Fills("When did it come in?", "Friday at 3pm").PressesAsync("Next");
        priya.Sees("The 24 hours would end on a day off, so the Trust gives until the end of the next working day.", "The last moment is Monday 23 November 2026 at 17:00.");
        await priya.PressesAsync("Log it");
        var reference = priya.Reference;
        await tom.HasCommentAsync(reference, "Rush");
        await trust.PassAsync(TimeSpan.FromHours(1.9)); // a quarter of what was left when it was logged
        await tom.GetsAsync($"{reference} {Waits}");
        await trust.PassAsync(TimeSpan.FromHours(5.7));
        await trust.InChat(Cast.Sam).GetsAsync($"{reference} {Overdue}");
        trust.InChat(Cast.Ruth).NeverGot(reference);
    }

    [Fact]
    public async Task It_is_about_the_lead_and_the_lead_is_never_reminded()
    {
        var (priya, tom, ben) = (School.Teacher(), School.Teacher(), School.Teacher());
        await School.RegistersAsync("North Academy page", tom.Member, ben.Member);
        var reference = await priya.LogsAsync(Page, "today at 9am", "He never answers", "A complaint", about: tom.Member);
        await ben.HasCommentAsync(reference);
        await School.PassAsync(TimeSpan.FromDays(4));
        await office.Sam.GetsAsync($"{reference} {Overdue}");
        await ben.GetsAsync($"{reference} {Overdue}");
        tom.NeverGot(reference);
    }
}
