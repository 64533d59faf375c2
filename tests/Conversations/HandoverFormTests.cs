using System.Text.Json.Nodes;
using PolicyBot.Cards;
using PolicyBot.Cases.Accounts;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>What people type and press around a handover: what is missing, pressed twice, changed, stopped, made up, or none of their business.</summary>
public sealed class HandoverFormTests(OfficeSchool office) : IClassFixture<OfficeSchool>
{
    private const string Due = "Last day of the person handing it over";

    private School School => office.School;

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
        priya.Sees("Whoever hands it over cannot take it over.", "The last day comes", "Please choose why.").DoesNotSee("Please choose the account.");
        Assert.Equal("2026-11-25", priya.Card.Standing(Due));
        priya.Chooses("Why?", "They leave the Trust").Picks("Who takes it over?", tom.Member);
        await priya.PressesAsync("Ask for it");
        priya.Sees("waits for a decision", "The last day comes 6 days too soon.");
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
        await School.PassAsync(TimeSpan.Zero); // his card is redrawn for it once more, and would take the form away
        await sam.DecidesAsync(reference);
        sam.Sees("it is your turn");
    }

    [Fact]
    public async Task A_change_of_the_last_day_is_decided_again_and_stopping_gives_the_account_back()
    {
        var (priya, tom, sam, nora) = (School.Teacher(), School.Teacher(), office.Sam, office.Nora);
        var account = await School.HasAccountAsync("Sedum House", "x", priya.Member);
        var reference = await priya.AsksToHandOverAsync(account, tom.Member);
        await sam.DecidesAsync(reference);
        await nora.GetsAsync($"{reference}: it is your turn");
        await nora.PressesAsync("Change it", on: $"{reference}: it is your turn");
        nora.Fills("The last day", "2027-01-15");
        await nora.PressesAsync("Ask for the change", on: $"{reference}: change it");
        nora.Sees("waits for a decision", "Friday 15 January 2027", "**Who decides:** Sam Keane");
        await sam.GetsAsync("please decide", reference);
        await sam.DecidesAsync(reference);
        sam.Sees("it is your turn", "Friday 15 January 2027");

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
