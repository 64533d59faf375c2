using System.Text.Json.Nodes;
using PolicyBot.Cases;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>A draft waits, and time goes by: who hears of it, and when it is over. It is Monday, 09:30; readers have two working hours.</summary>
public sealed class OpinionClockTests : IAsyncLifetime
{
    private const string Waiting = "A draft is waiting for you";
    private readonly OfficeSchool office = new();

    private School School => office.School;

    [Fact]
    public async Task The_reader_is_reminded_then_the_next_in_the_rota_has_it_also_over_a_restart()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.AsksAboutAsync("The Tormentil fair is on Saturday");
        await sam.HasToReadAsync(reference, "Tormentil");

        await School.PassAsync(new TimeSpan(1, 59, 0));
        sam.NeverGot(Waiting);
        await School.RestartAsync();
        await School.PassAsync(TimeSpan.FromMinutes(2));
        await sam.GetsAsync(Waiting, reference, $"From {priya.Member.Name}");
        Assert.Equal(1, sam.MessagesSaying(Waiting));
        nora.NeverGot(reference);

        await School.PassAsync(TimeSpan.FromHours(2));
        await nora.HasToReadAsync(reference, "Tormentil");
        await sam.GetsAsync($"{reference}: somebody else reads it now");
        await priya.GetsAsync("I write because something has happened to it.", "It is with Nora Finch");
        await nora.PressesAsync("Agree", on: reference);
        await priya.GetsAsync("Agreed: you can post it", "Nora Finch agrees");

        await School.PassAsync(TimeSpan.FromDays(30));
        Assert.Equal(1, sam.MessagesSaying(Waiting));
        Assert.Equal(["opinion.asked", "opinion.reminded", "opinion.passed_on", "opinion.agreed"], await TrailOfAsync(reference));
    }

    [Fact]
    public async Task It_expires_at_the_time_that_it_should_have_gone_out()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        var reference = await priya.AsksAboutAsync("The Valerian supper is tonight", goesOut: ("2026-11-23", "16:00"));
        await sam.HasToReadAsync(reference, "Monday 23 November 2026 at 16:00");
        var agreeing = await sam.PressingAsync("Agree", on: reference);
        await School.PassAsync(new TimeSpan(6, 31, 0));
        await priya.GetsAsync("I write because something has happened to it.", "Nobody had decided in time", "It was not agreed, so please do not post it.");
        await sam.GetsAsync($"{reference}: its time is over");
        await sam.SendsAsync(agreeing);
        sam.Sees("its time is over");
        Assert.Equal("opinion.expired", (await TrailOfAsync(reference)).Last());

        await priya.PressesAsync("Send it again", on: "Nobody had decided in time");
        await priya.PressesAsync("Next", on: $"{reference}: change it");
        priya.Sees("Before a person reads it");
        await priya.PressesAsync("Send it again", on: "Before a person reads it");
        priya.Sees("Your draft is being read");
    }

    [Fact]
    public async Task What_goes_out_soon_is_chased_sooner()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var reference = await priya.AsksAboutAsync("The Melilot race begins at half past ten", goesOut: ("2026-11-23", "10:30"));
        await sam.HasToReadAsync(reference, "Melilot");
        await School.PassAsync(TimeSpan.FromMinutes(31));
        await sam.GetsAsync(Waiting, reference);
        await School.PassAsync(TimeSpan.FromMinutes(16));
        await nora.HasToReadAsync(reference, "Melilot");
    }

    [Fact]
    public async Task Where_each_must_agree_it_waits_for_both_and_other_words_start_it_again()
    {
        var file = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
        file["opinions"] = new JsonObject { ["readers"] = "all" };
        var school = new School { Trust = file.ToJsonString() };
        await school.InitializeAsync();
        await using var open = school.ConfigureAwait(true);
        var (priya, sam, nora) = (school.Teacher(), school.InChat(Cast.Sam), school.InChat(Cast.Nora));
        await priya.DescribesAsync("The Woodruff choir sings");
        priya.Sees("It goes to Sam Keane and Nora Finch. Each of them must agree.");
        await priya.PressesAsync("Send it to them");
        var reference = priya.Reference;
        await sam.HasToReadAsync(reference, "Woodruff");
        await nora.HasToReadAsync(reference, "Woodruff");
        var early = await nora.PressingAsync("Agree", on: reference);
        await sam.PressesAsync("Agree", on: reference);
        sam.Sees("Sam Keane agrees").DoesNotSee("Advise not to post");
        await priya.GetsAsync("Your draft is being read", "It still waits for Nora Finch");

        await nora.GetsAsync(reference, "Sam Keane agrees"); // her card is drawn anew: that would take the form away
        await nora.PressesAsync("Agree with other words", on: reference);
        await nora.Fills("The wording that you agree with", "The Woodruff choir sings tonight").PressesAsync("Agree with this wording", on: reference);
        await sam.GetsAsync("A draft is with you again", reference);
        priya.NeverGot("Agreed, with other words");
        early["id"] = Sent.NewId();
        await nora.SendsAsync(early); // for the text that is no more
        priya.NeverGot("Agreed, with other words");
        await sam.PressesAsync($"Open {reference}", on: "A draft is with you again");
        sam.Sees("Put in: “tonight”", "Nora Finch agrees with this wording");
        await sam.PressesAsync("Agree", on: "Put in: “tonight”");
        await priya.GetsAsync("Agreed, with other words", "The Woodruff choir sings tonight");
        Assert.Equal(["opinion.asked", "opinion.agreed", "opinion.agreed_with_wording", "opinion.agreed"], await TrailOfAsync(reference, school));
    }

    [Fact]
    public async Task The_social_media_manager_sees_what_drafts_met_and_no_names()
    {
        var (priya, sam) = (School.Teacher(), office.Sam);
        await sam.HasToReadAsync(await priya.AsksAboutAsync("Jayden won the Sanicle cup"), "Sanicle");
        await sam.SaysAsync("what is asked");
        sam.Sees("**Drafts that a second person was to read**: 1; agreed 0, advised against 0", "found once").DoesNotSee("Sanicle", priya.Member.Name, "Jayden");
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task<List<string>> TrailOfAsync(string reference, School? school = null)
    {
        Assert.True(CaseReference.TryParse(reference, out var known));
        return [.. (await (school ?? School).Bot.Get<CaseStore>().TrailOfAsync(known, TestContext.Current.CancellationToken)).Select(entry => entry.Type)];
    }
}
