using System.Text.Json.Nodes;
using PolicyBot.Cards;
using PolicyBot.Cases.Accounts;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>An account changes hands: asked for, decided by somebody else, walked step by step, looked at by a second person, and only then over.</summary>
public sealed class HandoverTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private School School => office.School;

    [Fact]
    public async Task An_account_goes_from_its_lead_to_another_with_a_second_person_at_the_end()
    {
        var (priya, tom, sam, nora) = (School.Teacher(), School.Teacher(), office.Sam, office.Nora);
        await tom.SaysAsync("hello");
        var account = await School.HasAccountAsync("Quincewort House", "x", priya.Member, "north-x");
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        priya.Sees("**Who decides:** Sam Keane or Nora Finch", "**Who takes it over:** " + tom.Member.Name, "**Last day:** Friday 18 December 2026");
        tom.NeverGot(reference);

        await sam.DecidesAsync(reference);
        sam.Sees("it is your turn", "**Approved** by Sam Keane", "It fits", "The steps: 0 of");
        await nora.GetsAsync($"{reference}: it is your turn");
        await tom.GetsAsync($"{reference}: under way", "Quincewort House");
        await priya.GetsAsync($"{reference}: it is your turn");
        Assert.Equal(AccountStatus.HandingOver, (await School.AccountAsync(account)).Status);

        await School.WalksAsync(priya, tom, sam, reference);
        await tom.GetsAsync("The handover of an account: it is your turn", reference);
        await tom.ConfirmsAsync(School, reference);
        await sam.GetsAsync("ready to be finished", reference);
        await sam.PressesAsync("Finish the handover", on: $"{reference}: ready");
        sam.Sees($"{reference}: finished", $"{tom.Member.Name} leads the account now.");
        await tom.GetsAsync($"{reference}: finished");
        await priya.GetsAsync($"{reference}: finished");

        var after = await School.AccountAsync(account);
        Assert.Equal((tom.Member.DirectoryId, AccountStatus.Open), (after.Lead!.Id, after.Status));
        Assert.Equal(["account.added", "account.marked", "account.handed_to", "account.marked"], await School.TrailAsync(account));
        var trail = await School.TrailAsync(reference);
        Assert.Equal(["handover.asked", "handover.decided"], trail[..2]);
        Assert.Equal(["handover.confirmed", "handover.completed"], trail[^2..]);
    }

    [Fact]
    public async Task Who_hands_it_over_reads_neutral_words_where_somebody_else_asked()
    {
        var (priya, tom, martin, sam) = (School.Teacher(), School.Teacher(), School.InChat(Cast.Martin), office.Sam);
        await priya.SaysAsync("hello");
        var account = await School.HasAccountAsync("Sorrel House", "instagram", priya.Member);
        var reference = await martin.AsksToHandOverAsync(account, tom.Member, why: "They move to another job here");
        priya.NeverGot(reference);
        await sam.DecidesAsync(reference, because: "Budleia reasons");
        await priya.GetsAsync($"{reference}: it is your turn", "Sorrel House");
        priya.DoesNotSee("Budleia", "Martin Hughes", "They move", "Confirmed by a second person");
        await martin.GetsAsync(reference, "Budleia reasons");
    }

    [Fact]
    public async Task An_urgent_handover_is_decided_and_access_is_gone_before_who_goes_hears_of_it()
    {
        var (priya, tom, martin, sam) = (School.Teacher(), School.Teacher(), School.InChat(Cast.Martin), office.Sam);
        await priya.SaysAsync("hello");
        var account = await School.HasAccountAsync("Tansy House", "facebook", priya.Member);
        await martin.SaysAsync($"handover {account}");
        martin.Chooses("Why?", "Urgent: access must be gone today").Picks("Who takes it over?", tom.Member);
        await martin.PressesAsync("Ask for it");
        martin.Sees("Urgent: take the access away first, then talk to them.", "Monday 23 November 2026");
        var reference = martin.Reference;
        await sam.DecidesAsync(reference);
        foreach (var step in (string[])["The person handing it over is out of the Page and the portfolio", "Nobody shares a sign-in", "Every device is signed out", "Connected apps and schedulers are cut off"])
        {
            priya.NeverGot(reference);
            await sam.NotesAsync(School, reference, step);
        }
        await priya.GetsAsync(reference, "Tansy House");
    }

    [Fact]
    public async Task A_note_that_looks_like_a_password_is_not_kept_anywhere()
    {
        var (priya, tom, sam) = (School.Teacher(), School.Teacher(), office.Sam);
        var account = await School.HasAccountAsync("Yarrow House", "tiktok", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        await sam.DecidesAsync(reference);
        await priya.GetsAsync($"{reference}: it is your turn");
        var before = await School.TrailAsync(reference);
        await priya.NotesAsync(School, reference, "Planned posts and drafts", "the password is Feverfew77!x");
        priya.Sees("This looks like a password or a code, so I have not kept it.").DoesNotSee("Feverfew77");
        Assert.Equal(before, await School.TrailAsync(reference));
        Assert.DoesNotContain("Feverfew77", School.Remembered(), StringComparison.Ordinal);
        Assert.DoesNotContain("Feverfew77", School.Answered(), StringComparison.Ordinal);
        priya.Fills("How do you know that it is done, or why does it not apply?", "Nothing is planned");
        await priya.PressesAsync("It is done", on: "note a step");
        priya.Sees("✓ ");
    }

    [Fact]
    public async Task Nobody_decides_on_what_they_asked_for()
    {
        var (priya, tom, sam, nora) = (School.Teacher(), School.Teacher(), office.Sam, office.Nora);
        var account = await School.HasAccountAsync("Betony House", "x", priya.Member);
        var reference = await sam.AsksToHandOverAsync(account, tom.Member);
        sam.Sees("**Who decides:** Nora Finch");
        Assert.Null(sam.Card.Button("Decide"));
        await sam.SendsAsync(sam.Pressing(Verbs.HandoverDecide, Data(reference, ("says", "Approve"), ("note", "I say so"))));
        sam.Sees("nobody decides on a handover that they are part of");
        Assert.Equal(["handover.asked"], await School.TrailAsync(reference));
        await nora.DecidesAsync(reference);
        nora.Sees("it is your turn");
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_reads_who_did_and_keeps_what_they_wrote()
    {
        var (priya, tom, sam, nora) = (School.Teacher(), School.Teacher(), office.Sam, office.Nora);
        var account = await School.HasAccountAsync("Campion House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        await nora.GetsAsync($"{reference}: please decide");
        await nora.PressesAsync("Decide", on: $"{reference}: please decide");
        nora.Chooses("What do you decide?", "Refuse it").Fills("Why?", "Campion words of mine");
        var pressing = await nora.PressingAsync("Decide", on: $"{reference}: your decision");
        await sam.DecidesAsync(reference);
        await nora.GetsAsync($"{reference}: it is your turn");
        await nora.SendsAsync(pressing);
        nora.Sees("Sam Keane decided already. Yours was not noted.", "Campion words of mine");
        Assert.Equal(2, (await School.TrailAsync(reference)).Length);
    }

    [Fact]
    public async Task The_decider_can_choose_somebody_else_close_it_or_refuse()
    {
        var (priya, tom, amy, sam) = (School.Teacher(), School.Teacher(), School.Teacher(), office.Sam);
        var account = await School.HasAccountAsync("Bryony House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        await sam.GetsAsync($"{reference}: please decide");
        await sam.PressesAsync("Decide", on: $"{reference}: please decide");
        sam.Chooses("What do you decide?", "Approve it, but somebody else takes it over").Fills("Why?", "She knows it");
        await sam.PressesAsync("Decide", on: $"{reference}: your decision");
        sam.Sees("Please choose who should take it over").Fills("Why?", "She knows it");
        sam.Chooses("What do you decide?", "Approve it, but somebody else takes it over").Picks("Somebody else who should take it over (only if you chose that)", amy.Member);
        await sam.PressesAsync("Decide", on: $"{reference}: your decision");
        sam.Sees("**Who takes it over:** " + amy.Member.Name, "with somebody else to take it over");

        var closed = await priya.AsksToHandOverAsync(await School.HasAccountAsync("Vetch House", "x", priya.Member), tom.Member);
        await sam.DecidesAsync(closed, "Approve it, but close the account");
        sam.Sees("it is closed, and its name is kept", "Followers are told");

        var third = await School.HasAccountAsync("Teasel House", "x", priya.Member);
        var refused = await priya.AsksToHandOverAsync(third, tom.Member);
        await sam.DecidesAsync(refused, "Refuse it", "Teasel needs you");
        await priya.GetsAsync($"{refused}: refused", "Teasel needs you");
        Assert.Equal(AccountStatus.Open, (await School.AccountAsync(third)).Status);
    }

    [Fact]
    public async Task Closing_ends_with_the_name_parked()
    {
        var (priya, sam, nora) = (School.Teacher(), office.Sam, office.Nora);
        var account = await School.HasAccountAsync("Mallow House", "other", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, null);
        await sam.DecidesAsync(reference);
        await School.WalksAsync(priya, null, sam, reference);
        await nora.GetsAsync("The handover of an account: it is your turn", reference);
        await nora.ConfirmsAsync(School, reference);
        await nora.PressesAsync("Finish the handover", on: $"{reference}: ready");
        nora.Sees("The account is closed. Its name stays with the Trust.");
        Assert.Equal(AccountStatus.Parked, (await School.AccountAsync(account)).Status);
    }

    private static JsonObject Data(string reference, params (string Field, string Value)[] fields)
    {
        var data = new JsonObject { [Fields.Ref] = reference };
        foreach (var (field, value) in fields)
            data[field] = value;
        return data;
    }
}
