using System.Text.Json.Nodes;
using PolicyBot.Cards;
using PolicyBot.Cases.Accounts;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>An account changes hands: asked for, decided by somebody else, walked step by step, looked at by a second person, and only then over.</summary>
public sealed class HandoverTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private const string Due = "The last day of who hands it over";

    private School School => office.School;

    [Fact]
    public async Task An_account_goes_from_its_lead_to_another_with_a_second_person_at_the_end()
    {
        var (priya, tom, sam, nora) = (School.Teacher(), School.Teacher(), office.Sam, office.Nora);
        await tom.SaysAsync("hello");
        var account = await School.HasAccountAsync("Quincewort House", "x", priya.Member, "north/x");
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        priya.Sees("**Who decides:** Sam Keane or Nora Finch", "**Who takes it over:** " + tom.Member.Name, "**Last day:** Friday 18 December 2026");
        tom.NeverGot(reference);

        await sam.DecidesAsync(reference);
        sam.Sees("under way", "**Approved** by Sam Keane", "It fits", "The steps: 0 of");
        await nora.GetsAsync($"{reference}: under way");
        await tom.GetsAsync($"{reference}: under way", "Quincewort House");
        await priya.GetsAsync($"{reference}: it is your turn");
        Assert.Equal(AccountStatus.HandingOver, (await School.AccountAsync(account)).Status);

        await WalkAsync(priya, tom, sam, reference);
        await tom.GetsAsync("The handover of an account: it is your turn", reference);
        await ConfirmAsync(tom, reference);
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
        martin.Sees("Urgent: first the access, then the talk.", "Monday 23 November 2026");
        var reference = martin.Reference;
        await sam.DecidesAsync(reference);
        foreach (var step in (string[])["Who hands it over is out of the Page and the portfolio", "Nobody shares a sign-in", "Every device is signed out", "Connected apps and schedulers are cut off"])
        {
            priya.NeverGot(reference);
            await sam.NotesAsync(reference, step);
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
        await priya.NotesAsync(reference, "Planned posts and drafts", "the password is Feverfew77!x");
        priya.Sees("This looks like a password or a code, so I have not kept it.").DoesNotSee("Feverfew77");
        Assert.Equal(before, await School.TrailAsync(reference));
        Assert.DoesNotContain("Feverfew77", School.Remembered(), StringComparison.Ordinal);
        Assert.DoesNotContain("Feverfew77", School.Answered(), StringComparison.Ordinal);
        priya.Fills("How can one tell, or why does it not apply?", "Nothing is planned");
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
        nora.Sees("under way");
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
        await nora.GetsAsync($"{reference}: under way");
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
        await WalkAsync(priya, null, sam, reference);
        await nora.GetsAsync("The handover of an account: it is your turn", reference);
        await ConfirmAsync(nora, reference);
        await nora.PressesAsync("Finish the handover", on: $"{reference}: ready");
        nora.Sees("The account is closed. Its name stays with the Trust.");
        Assert.Equal(AccountStatus.Parked, (await School.AccountAsync(account)).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var (priya, tom) = (School.Teacher(), School.Teacher());
        var account = await School.HasAccountAsync("Madder House", "youtube", priya.Member);
        await priya.SaysAsync("hand over an account");
        await priya.PressesAsync("Ask for it");
        priya.Sees("Please choose the account.", "Please choose why.", "Please choose their last day", "Please choose who takes it over, or choose to close it.");
        priya.Fills("Which account?", account).Fills(Due, "2026-11-25").Picks("Who takes it over?", priya.Member);
        await priya.PressesAsync("Ask for it");
        priya.Sees("Whoever hands it over cannot take it over.", "The last day is too close by", "Please choose why.").DoesNotSee("Please choose the account.");
        Assert.Equal("2026-11-25", priya.Card.Standing(Due));
        priya.Chooses("Why?", "They leave the Trust").Picks("Who takes it over?", tom.Member);
        await priya.PressesAsync("Ask for it");
        priya.Sees("waits for a decision", "The last day is too close by 6 days.");
    }

    [Fact]
    public async Task An_account_that_is_not_in_the_register_goes_to_the_Social_Media_Manager_to_add()
    {
        var (amy, ben, sam) = (School.Teacher(), School.Teacher(), office.Sam);
        await amy.SaysAsync("handover");
        amy.Sees("It is not in the register, so the Social Media Manager adds it there first.");
        amy.Chooses("On which platform?", "TikTok").Fills("Its name, as people see it", "Orpine Drama Club").Chooses("Why?", "They leave the Trust").Fills(Due, "2026-12-18").Picks("Who takes it over?", ben.Member);
        await amy.PressesAsync("Ask for it");
        amy.Sees("This account is not in the register yet.", "Orpine Drama Club, TikTok");
        var reference = amy.Reference;

        await sam.DecidesAsync(reference);
        sam.Sees("This account is not in the register yet. Please add it there");
        await School.HasAccountAsync("Orpine Drama", "tiktok", amy.Member);
        await sam.PressesAsync("Back", on: $"{reference}: your decision");
        await sam.PressesAsync("Choose it in the register", on: $"{reference}: please decide");
        sam.Fills("Which account is it?", CardFace.Of(sam.Card.Input("Which account is it?").GetProperty("choices").EnumerateArray().First(choice => CardFace.Of(choice, "title").StartsWith("Orpine", StringComparison.Ordinal)), "value"));
        await sam.PressesAsync("It is this one", on: $"{reference}: choose the account");
        sam.Sees("Orpine Drama, TikTok", amy.Member.Name).DoesNotSee("not in the register");
        await sam.DecidesAsync(reference);
        sam.Sees("under way");
    }

    [Fact]
    public async Task A_change_of_the_last_day_is_decided_again_and_stopping_gives_the_account_back()
    {
        var (priya, tom, sam, nora) = (School.Teacher(), School.Teacher(), office.Sam, office.Nora);
        var account = await School.HasAccountAsync("Sedum House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        await sam.DecidesAsync(reference);
        await nora.GetsAsync($"{reference}: under way");
        await nora.PressesAsync("Change it", on: $"{reference}: under way");
        nora.Fills("The last day", "2027-01-15");
        await nora.PressesAsync("Ask for the change", on: $"{reference}: change it");
        nora.Sees("waits for a decision", "Friday 15 January 2027", "**Who decides:** Sam Keane");
        await sam.GetsAsync("please decide", reference);
        await sam.DecidesAsync(reference);
        sam.Sees("under way", "Friday 15 January 2027");

        await priya.GetsAsync($"{reference}: it is your turn", "Friday 15 January 2027");
        await priya.PressesAsync("Stop it", on: $"{reference}: it is your turn");
        await priya.PressesAsync("Stop it", on: $"{reference}: stop it");
        priya.Sees("Please say why.");
        priya.Fills("Why?", "She stays after all");
        await priya.PressesAsync("Stop it", on: $"{reference}: stop it");
        priya.Sees($"{reference}: stopped", "She stays after all");
        await tom.GetsAsync($"{reference}: stopped");
        Assert.Equal(AccountStatus.Open, (await School.AccountAsync(account)).Status);
    }

    [Fact]
    public async Task Only_one_handover_of_an_account_is_open_and_a_second_press_opens_no_second()
    {
        var (priya, tom) = (School.Teacher(), School.Teacher());
        var account = await School.HasAccountAsync("Comfrey House", "x", priya.Member);
        await priya.SaysAsync($"handover {account}");
        priya.Chooses("Why?", "They leave the Trust").Fills(Due, "2026-12-18").Picks("Who takes it over?", tom.Member);
        var pressing = await priya.PressingAsync("Ask for it");
        await priya.SendsAsync(pressing);
        var reference = priya.Reference;
        await priya.SendsAsync(With(pressing, "f:again"));
        Assert.Equal(reference, priya.Reference);

        await priya.SaysAsync($"handover {account}");
        priya.Chooses("Why?", "They leave the Trust").Fills(Due, "2026-12-18").Picks("Who takes it over?", tom.Member);
        await priya.PressesAsync("Ask for it");
        priya.Sees($"This account is being handed over already: {reference}.");
    }

    [Fact]
    public async Task Somebody_who_is_no_part_of_it_finds_out_nothing()
    {
        var (priya, tom, amy) = (School.Teacher(), School.Teacher(), School.Teacher());
        var account = await School.HasAccountAsync("Lovage House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        foreach (var verb in (string[])[Verbs.HandoverCard, Verbs.HandoverShow, Verbs.HandoverForm, Verbs.HandoverDecide, Verbs.HandoverStep, Verbs.HandoverSkip, Verbs.HandoverConfirm, Verbs.HandoverReturn,
            Verbs.HandoverChange, Verbs.HandoverWithdraw, Verbs.HandoverFinish, Verbs.HandoverName])
            foreach (var named in (string[])[reference, "HOV-2026-9999", "nonsense", "", "INC-2026-0001"])
            {
                await amy.SendsAsync(amy.Pressing(verb, Data(named, ("step", "Decide"), ("says", "Approve"), ("note", "x"), ("chosen", "remove"))));
                amy.Sees("Only the people who are part of it can do that. Nothing has changed.");
            }
        await amy.SaysAsync("handovers");
        amy.Sees("There is none that you are part of.").DoesNotSee("Lovage");
        await priya.SaysAsync("handovers");
        priya.Sees(reference, "Lovage House");
        await priya.SaysAsync("my cases");
        priya.Sees("Handovers of accounts", reference);
        Assert.Equal(["handover.asked"], await School.TrailAsync(reference));
    }

    [Fact]
    public async Task Nonsense_in_the_fields_is_met_with_a_sentence()
    {
        var (priya, tom, sam) = (School.Teacher(), School.Teacher(), office.Sam);
        var account = await School.HasAccountAsync("Arnica House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        await sam.DecidesAsync(reference);
        var before = await School.TrailAsync(reference);
        foreach (var verb in (string[])[Verbs.HandoverDecide, Verbs.HandoverStep, Verbs.HandoverSkip, Verbs.HandoverConfirm, Verbs.HandoverReturn, Verbs.HandoverChange, Verbs.HandoverWithdraw, Verbs.HandoverFinish, Verbs.HandoverName])
            foreach (JsonNode? value in (JsonNode?[])[null, 7, true, new JsonArray(1), new JsonObject(), "", "nonsense", new string('x', 5000)])
            {
                var data = Data(reference);
                foreach (var field in (string[])[Fields.Says, Fields.Chosen, Fields.States, Fields.HandTo, Fields.LastDay, Fields.Way, Fields.Note, Fields.HandedAccount, Fields.Seen])
                    data[field] = value?.DeepClone();
                if (verb == Verbs.HandoverWithdraw && value?.ToString() == "nonsense" || verb == Verbs.HandoverWithdraw && value?.ToString() == "7")
                    continue; // a reason like any other
                Assert.Equal(System.Net.HttpStatusCode.OK, (await sam.SendsAsync(sam.Pressing(verb, data))).Status);
            }
        Assert.Equal(before, await School.TrailAsync(reference));
    }

    /// <summary>Everybody does what is theirs until nothing is left: the leaver's, the new lead's and, for the manager, the rest.</summary>
    private async Task WalkAsync(Participant leaver, Participant? lead, Participant manager, string reference)
    {
        foreach (var step in (string[])["Everyone and everything with access is listed", "Payment methods and advertising accounts", "Planned posts and drafts"])
            await leaver.NotesAsync(reference, step);
        await manager.GetsAsync($"{reference}: it is your turn");
        await manager.NotesAsync(reference, "The account belongs to the Trust");
        await manager.NotesAsync(reference, "Profile, links and messages are looked through");
        if (lead is not null)
        {
            await leaver.GetsAsync("The handover of an account: it is your turn", reference);
            await leaver.NotesAsync(reference, "The new lead is a delegate");
            await lead.GetsAsync("The handover of an account: it is your turn", reference);
            await lead.NotesAsync(reference, "The new lead has tried it", "I am in, with my own sign-in");
        }
        await manager.GetsAsync("The handover of an account: it is your turn", reference);
        var handover = await FindAsync(reference);
        while (handover.Next is [var next, ..])
        {
            await manager.NotesAsync(reference, next.Title, press: next.Id == "apps" ? "It does not apply" : "It is done");
            handover = await FindAsync(reference);
        }
    }

    private static async Task ConfirmAsync(Participant second, string reference)
    {
        await second.PressesAsync("Confirm as second person", on: $"{reference}: it is your turn");
        second.Sees("Please look for yourself on the platform.", "I looked at it").Fills("What did you look at?", "The settings of the account");
        second.Fills("What have you seen yourself?", string.Join(',', second.Card.Input("What have you seen yourself?").GetProperty("choices").EnumerateArray().Select(choice => CardFace.Of(choice, "value"))));
        await second.PressesAsync("I have seen it", on: $"{reference}: confirm as second person");
        second.Sees("✓ Every device is signed out");
    }

    private async Task<Cases.Handovers.Handover> FindAsync(string reference) =>
        (await School.Bot.Get<Cases.Storage.CaseStore>().Handovers.FindAsync(Cases.CaseReference.TryParse(reference, out var named) ? named : throw new ArgumentException(reference, nameof(reference)), TestContext.Current.CancellationToken))!;

    private static JsonObject Data(string reference, params (string Field, string Value)[] fields)
    {
        var data = new JsonObject { [Fields.Ref] = reference };
        foreach (var (field, value) in fields)
            data[field] = value;
        return data;
    }

    private static JsonObject With(JsonObject pressing, string id)
    {
        var again = (JsonObject)pressing.DeepClone();
        again["id"] = id;
        return again;
    }
}
