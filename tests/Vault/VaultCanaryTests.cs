using System.Text.Json.Nodes;
using PolicyBot.Cards;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Vault;

/// <summary>A secret that stands nowhere else goes all the way, and then everything that the bot has ever written is searched for it.</summary>
public sealed class VaultCanaryTests
{
    private const string Secret = "Zaffrewort-Quennelby&77/ü!";
    private const string Second = "Flumpington-Rutabagan?19+ö";

    [Fact]
    public async Task Nothing_but_the_two_pages_ever_holds_the_secret()
    {
        await using var search = new SecretSearch(Cast.TrustJson());
        var school = search.School;
        await school.InitializeAsync();
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var account = await school.WithAccountAsync(priya.Member);
        // What a page answers to whoever puts something in is no secret; what it answers to the recipient is the one place.
        search.Keeps(await school.PutsInAsync(priya, account, Secret));
        var reference = await tom.AsksToSeeAsync(account);
        await school.ApprovedByBothAsync(reference);
        await SeesAndChangesAsync(search, tom, reference, account.Reference.ToString());
        await tom.SaysAsync("vault");
        await school.InChat(Cast.Sam).SaysAsync("my cases");
        await search.KeepsDoorAsync($"/vault/show/{reference}");
        await search.KeepsDoorAsync("/health/ready");

        // Somebody types one as well.
        await tom.SaysAsync($"the password is {Secret}");
        await search.KeepsTablesAndCommandsAsync();
        search.FindsNothingOf([Secret, Second], "release.shown");
    }

    [Fact]
    public async Task Nothing_of_a_whole_handover_with_a_release_holds_the_secret()
    {
        await using var search = new SecretSearch(Cast.TrustWithOfficeJson());
        var school = search.School;
        await school.InitializeAsync();
        var (priya, tom, sam, nora) = (school.Teacher(), school.Teacher(), school.InChat(Cast.Sam), school.InChat(Cast.Nora));
        await tom.SaysAsync("hello");
        var account = await school.WithAccountAsync(priya.Member, platform: "x");
        var name = account.Reference.ToString();
        var handover = await priya.AsksToHandOverAsync(name, tom.Member);
        await sam.DecidesAsync(handover);
        await priya.GetsAsync($"{handover}: it is your turn");
        search.Keeps(await school.PutsInAsync(priya, account, Secret));
        // The way that the card of a step shows: from the handover to the release.
        await tom.SendsAsync(tom.Pressing(Verbs.ReleaseOpen, new JsonObject { [Fields.Case] = name, [Fields.Handover] = handover }));
        await tom.GetsAsync("See sign-in details");
        tom.Fills("Why?", VaultSchool.Reason);
        await tom.PressesAsync("Ask for it");
        tom.Sees("waits for approval");
        var release = tom.Reference;
        await school.ApprovedByBothAsync(release);
        await SeesAndChangesAsync(search, tom, release, name);

        await school.WalksAsync(priya, tom, sam, handover);
        await nora.GetsAsync("The handover of an account: it is your turn", handover);
        await nora.ConfirmsAsync(school, handover);
        await nora.PressesAsync("Finish the handover", on: $"{handover}: ready");
        nora.Sees($"{handover}: finished", $"{tom.Member.Name} leads the account now.");
        var (finished, seen) = (await school.AccountAsync(name), await school.ReleaseAsync(release));
        Assert.Equal((tom.Member.DirectoryId, $"{name.ToLowerInvariant()}/2", handover), (finished.Lead!.Id, finished.VaultEntry, seen.Handover));

        foreach (var words in (string[])["my cases", "handovers", "accounts", "vault"])
            await sam.SaysAsync(words);
        await search.KeepsDoorAsync("/health/ready");
        await search.KeepsTablesAndCommandsAsync();
        search.FindsNothingOf([Secret, Second], "handover.completed", "release.shown", "account.handed_to", handover);
    }

    /// <summary>The recipient sees the old details once, changes them, and puts the new ones in.</summary>
    private static async Task SeesAndChangesAsync(SecretSearch search, Participant who, string release, string account)
    {
        await who.GetsAsync("Sign-in details are ready for you", release);
        await who.SendsAsync(who.Pressing("vault.open", new JsonObject { ["ref"] = release }));
        Assert.Equal(Secret, (await search.School.PostPageAsync($"/vault/show/{release}", VaultSchool.CodeOf(who))).Value);
        search.Keeps(await search.School.PostPageAsync($"/vault/show/{release}", VaultSchool.CodeOf(who)));
        await who.GetsAsync($"{release}: seen, to be changed");
        await who.PressesAsync("I have changed it", on: "seen, to be changed");
        await who.PressesAsync("Put the new one in", on: "changed, not in the vault yet");
        search.Keeps(await search.School.PostPageAsync($"/vault/put/{account}", VaultSchool.CodeOf(who), Second));
    }
}
