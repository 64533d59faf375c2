using PolicyBot.Cases.Accounts;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>The register of accounts: who keeps it, who reads it, and what those who look after an account see.</summary>
public sealed class RegisterTests : IAsyncLifetime
{
    private readonly OfficeSchool office = new();

    private School School => office.School;

    [Fact]
    public async Task The_social_media_manager_adds_an_account_in_a_minute_and_reads_what_is_missing()
    {
        var (sam, priya) = (office.Sam, School.Teacher());
        await sam.SaysAsync("accounts");
        sam.Sees("There are none yet. Add the first one: it takes a minute.");
        await sam.PressesAsync("Add an account");
        sam.Chooses("Which platform?", "Instagram").Fills("Its name there", "@north_academy").Fills("What people call it", "North on Instagram").Chooses("Whose is it?", "North Academy")
            .Picks("Who leads it (if somebody does)?", priya.Member).Fills("Link (if you have it)", "http://instagram.com");
        await sam.PressesAsync("Add it");
        Assert.Contains("Please give the whole link, beginning with https://", sam.Card.Beside("Link (if you have it)"), StringComparison.Ordinal);
        Assert.Equal("North on Instagram", sam.Card.Standing("What people call it"));

        await sam.Fills("Link (if you have it)", "https://www.instagram.com/north_academy").PressesAsync("Add it");
        sam.Sees("It is in the register.", "ACC-2026-0001: Instagram @north\\_academy", "Needs care soon", "- It has no deputy.", "- It is not known who can change its settings.", "**Leads it:** Priya Nair");
        await priya.GetsAsync("You lead this account now", "ACC-2026-0001");
        await priya.PressesAsync("Open ACC-2026-0001");
        priya.Sees("**Leads it:** Priya Nair").DoesNotSee("of 100 points", "Change");
    }

    [Fact]
    public async Task What_is_not_known_is_filled_in_page_by_page_until_all_is_well()
    {
        var (sam, priya, tom) = (office.Sam, School.Teacher(), School.Teacher());
        var reference = await sam.AddsAccountAsync("filled_in", priya.Member);
        await sam.PressesAsync("Change who has it");
        await sam.Picks("Who is the deputy (if there is one)?", tom.Member).Picks("Who can change its settings?", priya.Member, sam.Member).PressesAsync("Save");
        sam.Sees("Saved.", $"**Deputy:** {tom.Member.Name}", $"**Can change its settings:** {priya.Member.Name}, Sam Keane").DoesNotSee("It has no deputy");
        await sam.PressesAsync("Change how it is kept safe");
        sam.Fills("In whose name is it registered?", "Dudley Academies Trust").Chooses("Is the recovery e-mail the Trust's?", "Yes").Chooses("Is the recovery phone the Trust's?", "No")
            .Chooses("Two-factor sign-in", "On, with an app").Fills("Name of its entry in the vault (if it has one)", "pass word!");
        await sam.PressesAsync("Save");
        Assert.Contains("The password itself never goes here.", sam.Card.Beside("Name of its entry in the vault (if it has one)"), StringComparison.Ordinal);
        await sam.Fills("Name of its entry in the vault (if it has one)", "north-instagram").PressesAsync("Save");
        sam.Sees("Needs some care: 74 of 100 points.", "Its recovery phone is not the Trust's.");
        await sam.PressesAsync("All right as it stands");
        sam.Sees("It is noted that this is right.", "**Confirmed:** Monday 23 November 2026, by Sam Keane", "**Look again by:** 24 May 2027");
        Assert.Equal(["account.added", "account.changed", "account.changed", "account.confirmed"], await School.TrailOfAccountAsync(reference));
    }

    [Fact]
    public async Task The_register_shows_what_needs_care_first_and_finds_an_account()
    {
        var (sam, priya) = (office.Sam, School.Teacher());
        await sam.AddsAccountAsync("rather_well", priya.Member);
        await sam.PressesAsync("All right as it stands", on: "rather");
        await sam.AddsAccountAsync("neglected");
        await sam.SaysAsync("accounts");
        sam.Sees("2 accounts, those that need care first.", "Nobody leads it.");
        Assert.True(sam.Card.Text.IndexOf("neglected", StringComparison.Ordinal) < sam.Card.Text.IndexOf("rather", StringComparison.Ordinal));
        await sam.Fills("Look for", "@rather").PressesAsync("Find");
        sam.Sees("1 account.", "rather").DoesNotSee("neglected");
        await sam.PressesAsync("Open it");
        sam.Sees($"**Leads it:** {priya.Member.Name}");
    }

    [Fact]
    public async Task The_same_account_is_not_added_twice_whatever_happens()
    {
        var sam = office.Sam;
        await sam.SaysAsync("add an account");
        sam.Chooses("Which platform?", "Instagram").Fills("Its name there", "only_one").Fills("What people call it", "Only one").Chooses("Whose is it?", "Dudley Academies Trust itself");
        var adding = await sam.PressingAsync("Add it");
        await sam.SendsAsync(adding);
        sam.Sees("It is in the register.");
        adding["id"] = Sent.NewId();
        await sam.SendsAsync(adding);
        sam.Sees("This account was added already.");

        await sam.SaysAsync("add an account");
        await sam.Chooses("Which platform?", "Instagram").Fills("Its name there", "@Only_One").Fills("What people call it", "Another").Chooses("Whose is it?", "North Academy").PressesAsync("Add it");
        sam.Sees("This account is in the register already: ACC-");
        Assert.Equal("Another", sam.Card.Standing("What people call it"));
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_wins_and_the_other_reads_who_and_keeps_what_they_typed()
    {
        var (sam, nora) = (office.Sam, office.Nora);
        var reference = await sam.AddsAccountAsync("two_at_once");
        await sam.PressesAsync("Change what it is", on: reference);
        await nora.SaysAsync("accounts");
        await nora.Chooses("Which account?", $"{reference} Instagram two_at_once").PressesAsync("Open it");
        await nora.PressesAsync("Change what it is", on: reference);
        await sam.Fills("What is it for?", "News for families").PressesAsync("Save", on: reference);
        sam.Sees("Saved.", "News for families");
        await nora.Fills("What is it for?", "Sports results").PressesAsync("Save", on: reference);
        nora.Sees("Sam Keane changed this on Monday 23 November 2026 at 09:30, after you opened it. Nothing of yours was saved. If it still fits, press again.");
        Assert.Equal("Sports results", nora.Card.Standing("What is it for?"));
        await nora.PressesAsync("Save", on: reference);
        nora.Sees("Saved.", "Sports results");
        await sam.PressesAsync("All right as it stands", on: reference);
        sam.Sees("Nora Finch changed this", "Please look at it again.");
        Assert.Null((await School.AccountAsync(reference)).LastCheck);
    }

    [Fact]
    public async Task Leads_see_their_own_confirm_it_or_say_what_is_wrong()
    {
        var (sam, priya, amy) = (office.Sam, School.Teacher(), School.Teacher());
        var reference = await sam.AddsAccountAsync("priyas_own", priya.Member);
        await priya.GetsAsync("You lead this account now", reference);
        await amy.SaysAsync("my accounts");
        amy.Sees("The register does not name you with any account.", "Sam Keane or Nora Finch");
        await priya.SaysAsync("accounts");
        priya.Sees("Your accounts", reference, "You lead it.").DoesNotSee("of 100");
        await priya.PressesAsync("Open it");
        await priya.PressesAsync("All right as it stands", on: reference);
        priya.Sees("It is noted that this is right.");
        await priya.PressesAsync("This is wrong", on: reference);
        await priya.PressesAsync("Send it", on: reference);
        priya.Sees("Please say what is wrong.");
        await priya.Fills("What is wrong?", "Amy leads *this* since May").PressesAsync("Send it", on: reference);
        priya.Sees("Whoever keeps the register puts it right.", "Amy leads \\*this\\* since May");
        await sam.GetsAsync("Something in the register is wrong", reference, "Amy leads \\*this\\* since May");
        await office.Nora.GetsAsync("Something in the register is wrong", reference);

        await sam.PressesAsync($"Open {reference}", on: "Something in the register is wrong");
        sam.Sees("says that something here is wrong.");
        await sam.PressesAsync("Change who has it", on: "says that something here is wrong.");
        await sam.Picks("Who leads it?", amy.Member).PressesAsync("Save", on: reference);
        sam.Sees($"**Leads it:** {amy.Member.Name}").DoesNotSee("something here is wrong", "Amy leads");
        await amy.GetsAsync("You lead this account now", reference);
        await priya.SaysAsync("my accounts");
        priya.Sees("The register does not name you with any account.");
    }

    [Fact]
    public async Task Whoever_may_not_gets_nothing_and_a_forged_press_changes_nothing()
    {
        var (sam, priya, amy, martin, helen) = (office.Sam, School.Teacher(), School.Teacher(), School.InChat(Cast.Martin), School.InChat(Cast.Helen));
        var reference = await sam.AddsAccountAsync("not_for_all", priya.Member);
        await martin.SaysAsync("accounts");
        martin.Sees("The register of accounts", "for", "all").DoesNotSee("Add an account");
        await helen.SaysAsync("accounts");
        await amy.SaysAsync("accounts");
        await priya.SaysAsync("help");
        helen.DoesNotSee("for\\_all");
        var before = School.Remembered();
        foreach (var (person, verb) in ((Participant, string)[])[
            (amy, "account.open"), (amy, "account.card"), (amy, "account.confirm"), (amy, "account.form"), (amy, "account.save"), (amy, "account.create"), (helen, "account.open"),
            (martin, "account.save"), (martin, "account.confirm"), (priya, "account.save"), (priya, "account.create")])
        {
            var answer = await person.SendsAsync(person.Pressing(verb, new System.Text.Json.Nodes.JsonObject { ["ref"] = reference, ["step"] = "What", ["seen"] = 1, ["draft"] = "d", ["account"] = "stolen" }));
            Assert.Contains("Nothing has changed.", answer.Sentence, StringComparison.Ordinal);
        }
        Assert.Contains("Nothing has changed.", (await amy.SendsAsync(amy.Pressing("account.well", new System.Text.Json.Nodes.JsonObject { ["ref"] = reference }))).Sentence, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed.", (await sam.SendsAsync(sam.Pressing("account.save", new System.Text.Json.Nodes.JsonObject { ["ref"] = "ACC-2026-9999", ["step"] = 7 }))).Sentence, StringComparison.Ordinal);
        Assert.Equal(before, School.Remembered());
        Assert.DoesNotContain("not_for_all", amy.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_parked_closed_and_opened_again_with_a_reason()
    {
        var sam = office.Sam;
        var reference = await sam.AddsAccountAsync("to_be_closed");
        await sam.PressesAsync("Park or close");
        await sam.Chooses("What is it now?", "Closed").PressesAsync("Save");
        Assert.Contains("Please say why", sam.Card.Beside("Why?"), StringComparison.Ordinal);
        await sam.Fills("Why?", "The year group has left").PressesAsync("Save");
        sam.Sees("Closed.").DoesNotSee("of 100 points", "Change what it is");
        await sam.PressesAsync("Open it again");
        await sam.Chooses("What is it now?", "Open").Fills("Why?", "A mistake").PressesAsync("Save");
        Assert.Equal(AccountStatus.Open, (await School.AccountAsync(reference)).Status);
        Assert.Equal(["account.added", "account.marked", "account.marked"], await School.TrailOfAccountAsync(reference));
    }

    [Fact]
    public async Task The_register_is_not_for_a_channel_and_help_shows_the_way()
    {
        var sam = office.Sam;
        await sam.In(new Place(Cast.NorthChannel, "channel")).SaysAsync("accounts");
        await sam.SaysAsync("help");
        sam.Sees("type *my accounts*");
        await sam.PressesAsync("The register of accounts");
        sam.Sees("The register of accounts");
        var priya = School.Teacher();
        await priya.SaysAsync("help");
        await priya.PressesAsync("My accounts");
        priya.Sees("Your accounts");
    }

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
