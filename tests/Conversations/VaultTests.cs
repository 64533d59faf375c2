using System.Net;
using System.Text.Json.Nodes;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Vault;

namespace PolicyBot.Tests.Conversations;

/// <summary>Sign-in details go into the vault on a page, and out of it once, to one person, after two others said yes.</summary>
public sealed class VaultTests : IAsyncLifetime
{
    private const string Secret = "user northnetball, Quenby!77-larkspur";

    private readonly TemporaryFolder keys = new();
    private School school = null!;

    public async ValueTask InitializeAsync()
    {
        school = new School { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Vault:KeyFile"] = keys.File("vault.json") } };
        await school.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        keys.Dispose();
    }

    [Fact]
    public async Task From_the_leads_page_to_the_recipients_page_and_back()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var account = await school.WithAccountAsync(priya.Member);
        Assert.Equal(HttpStatusCode.OK, (await school.PutsInAsync(priya, account, Secret)).Status);

        var reference = await tom.AsksToSeeAsync(account);
        var sam = school.InChat(Cast.Sam);
        await sam.GetsAsync(reference, "Netball at North", VaultSchool.Reason);
        await sam.PressesAsync("Approve", on: reference);
        sam.Sees("waits for approval", "Approved by", "Sam Keane");
        var martin = school.InChat(Cast.Martin);
        await martin.GetsAsync(reference);
        await martin.PressesAsync("Approve", on: reference);
        martin.Sees($"{reference}: approved");

        await tom.GetsAsync("Sign-in details are ready for you", reference);
        await tom.PressesAsync($"Open {reference}");
        await tom.PressesAsync("Open the details", on: "ready for you to open");
        tom.Sees("they are shown once");
        var shown = await school.PostPageAsync($"/vault/show/{reference}", VaultSchool.CodeOf(tom));
        Assert.Equal((HttpStatusCode.OK, Secret), (shown.Status, shown.Value));

        await tom.GetsAsync($"{reference}: seen, to be changed");
        await tom.PressesAsync("Put the new one in", on: "seen, to be changed");
        var put = await school.PostPageAsync($"/vault/put/{account.Reference}", VaultSchool.CodeOf(tom), "another one entirely 9");
        Assert.Equal(HttpStatusCode.OK, put.Status);
        Assert.Equal(ReleaseStatus.Replaced, (await school.ReleaseAsync(reference)).Status);
        var kept = (await school.Bot.Get<CaseStore>().Accounts.FindAsync(account.Reference, TestContext.Current.CancellationToken))!;
        Assert.Equal("acc-2026-0001/2", kept.VaultEntry);
        var trail = await school.Bot.Get<CaseStore>().TrailOfAsync((await school.ReleaseAsync(reference)).Reference, TestContext.Current.CancellationToken);
        Assert.Equal(["release.asked", "release.first_approval", "release.approved", "release.opening", "release.shown", "release.replaced"], trail.Select(entry => entry.Type));
        Assert.Null((await school.ReleaseAsync(reference)).Trail.FaultIn((await school.ReleaseAsync(reference)).Reference, trail));
    }

    [Fact]
    public async Task Nobody_approves_what_they_would_receive_and_no_one_person_is_enough()
    {
        var (priya, sam) = (school.Teacher(), school.InChat(Cast.Sam));
        var account = await school.WithAccountAsync(priya.Member);
        await school.PutsInAsync(priya, account, Secret);
        // Sam asks for Martin: of the two who could approve, one is the recipient, and Sam alone is one.
        await sam.SaysAsync("vault");
        await sam.PressesAsync("Ask to see sign-in details");
        sam.Fills("Which account?", account.Reference.ToString()).Fills("Why?", "He looks after it").Picks("Who needs to see them? Leave it empty if it is you.", Cast.Martin);
        await sam.PressesAsync("Ask for it");
        sam.Sees("There are not two people who could approve this");
        Assert.Equal("He looks after it", sam.Card.Input("Why?").GetProperty("value").GetString());

        var reference = await sam.AsksToSeeAsync(account, priya.Member);
        await sam.PressesAsync("Approve", on: reference);
        sam.Sees("waits for approval");
        var again = await sam.SendsAsync(sam.Pressing("release.approve", new JsonObject { ["ref"] = reference }));
        Assert.Contains("You have approved this already", again.Card!.Text, StringComparison.Ordinal);
        Assert.Equal(ReleaseStatus.Asked, (await school.ReleaseAsync(reference)).Status);
        foreach (var stranger in (Participant[])[priya, school.Teacher(), school.InChat(Cast.Helen)])
            await stranger.SendsAsync(stranger.Pressing("release.approve", new JsonObject { ["ref"] = reference }));
        Assert.Equal(ReleaseStatus.Asked, (await school.ReleaseAsync(reference)).Status);
    }

    [Fact]
    public async Task A_refusal_has_a_reason_and_ends_it()
    {
        var tom = school.Teacher();
        var account = await school.WithAccountAsync(school.Teacher().Member);
        var reference = await tom.AsksToSeeAsync(account);
        var (sam, martin) = (school.InChat(Cast.Sam), school.InChat(Cast.Martin));
        await sam.GetsAsync(reference);
        await sam.PressesAsync("Refuse", on: reference);
        await sam.PressesAsync("Refuse it");
        sam.Sees("Please say why not");
        await sam.Fills("Why not?", "Ask Priya to post it").PressesAsync("Refuse it");
        sam.Sees($"{reference}: refused", "Ask Priya to post it");
        await tom.GetsAsync("About the sign-in details", "Sam Keane has refused it");
        var late = await martin.SendsAsync(martin.Pressing("release.approve", new JsonObject { ["ref"] = reference }));
        Assert.Contains("Sam Keane has refused it", late.Card!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_the_reason_is_not_kept()
    {
        var tom = school.Teacher();
        var account = await school.WithAccountAsync(school.Teacher().Member);
        await tom.SaysAsync("vault");
        await tom.PressesAsync("Ask to see sign-in details");
        await tom.Fills("Which account?", account.Reference.ToString()).Fills("Why?", "the old password was Larkspur77!").PressesAsync("Ask for it");
        tom.Sees("That looks like a password");
        Assert.DoesNotContain("Larkspur77", tom.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Larkspur77", school.Remembered() + school.Answered() + school.Waiting(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_for_one_person_one_page_and_one_time()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var (account, other) = (await school.WithAccountAsync(priya.Member), await school.WithAccountAsync(priya.Member, "Drama at North"));
        await school.PutsInAsync(priya, account, Secret);
        await priya.SendsAsync(priya.Pressing("vault.put", new JsonObject { ["case"] = account.Reference.ToString() }));
        var code = VaultSchool.CodeOf(priya);
        Assert.DoesNotContain(code, school.Remembered() + school.Answered() + school.Waiting(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await school.PostPageAsync($"/vault/put/{other.Reference}", code, "x y z")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await school.PostPageAsync($"/vault/put/{account.Reference}", code, "x y z")).Status); // used up by the try above
        await priya.SendsAsync(priya.Pressing("vault.put", new JsonObject { ["case"] = account.Reference.ToString() }));
        school.Clock.Leap(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await school.PostPageAsync($"/vault/put/{account.Reference}", VaultSchool.CodeOf(priya), "x y z")).Status);

        var refused = await tom.SendsAsync(tom.Pressing("vault.put", new JsonObject { ["case"] = account.Reference.ToString() }));
        Assert.Contains("Only those who look after this account", refused.Sentence!, StringComparison.Ordinal);
        for (var i = 0; i < 5; i++)
            await school.PostPageAsync($"/vault/put/{account.Reference}", "AAAA AAAA AAAA", "x y z");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await school.PostPageAsync($"/vault/put/{account.Reference}", "AAAA AAAA AAAA", "x y z")).Status);
        Assert.Equal("acc-2026-0001/1", (await school.Bot.Get<CaseStore>().Accounts.FindAsync(account.Reference, TestContext.Current.CancellationToken))!.VaultEntry);
    }

    [Fact]
    public async Task A_press_that_is_delivered_twice_does_not_show_the_code_twice()
    {
        var priya = school.Teacher();
        var account = await school.WithAccountAsync(priya.Member);
        var press = priya.Pressing("vault.put", new JsonObject { ["case"] = account.Reference.ToString() });
        await priya.SendsAsync(press);
        var code = VaultSchool.CodeOf(priya);
        var again = await school.DeliverAsync(press);
        Assert.DoesNotContain(code, again.Body, StringComparison.Ordinal);
        Assert.Contains("shown once", again.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await school.PostPageAsync($"/vault/put/{account.Reference}", code, Secret)).Status);
    }

    [Fact]
    public async Task The_page_takes_nothing_from_another_site_nor_from_another_form()
    {
        var priya = school.Teacher();
        var account = await school.WithAccountAsync(priya.Member);
        await priya.SendsAsync(priya.Pressing("vault.put", new JsonObject { ["case"] = account.Reference.ToString() }));
        Assert.Equal(HttpStatusCode.Forbidden, (await school.PostPageAsync($"/vault/put/{account.Reference}", VaultSchool.CodeOf(priya), Secret, origin: "https://evil.example")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await school.PostPageAsync($"/vault/put/{account.Reference}", "x", new string('x', 20_000))).Status);
        using var page = await school.Bot.Client.GetAsync(new Uri($"/vault/put/{account.Reference}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("Netball", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        foreach (var wrong in (string[])["/vault/put/INC-2026-0001", "/vault/show/ACC-2026-0001", "/vault/put/../x", $"/vault/put/{account.Reference}?secret=x", "/vault/other/ACC-2026-0001"])
            Assert.Equal(HttpStatusCode.NotFound, (await school.Bot.Client.GetAsync(new Uri(wrong, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_is_given_out_again_by_a_person()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var account = await school.WithAccountAsync(priya.Member);
        await school.PutsInAsync(priya, account, Secret);
        var reference = await tom.AsksToSeeAsync(account);
        await school.ApprovedByBothAsync(reference);
        await tom.GetsAsync("Sign-in details are ready for you", reference);

        var file = await File.ReadAllTextAsync(keys.File("vault.json"), TestContext.Current.CancellationToken);
        File.Delete(keys.File("vault.json"));
        await tom.SendsAsync(tom.Pressing("vault.open", new JsonObject { ["ref"] = reference }));
        var failed = await school.PostPageAsync($"/vault/show/{reference}", VaultSchool.CodeOf(tom));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, null), (failed.Status, failed.Value));
        Assert.Contains("key file", failed.Sentence, StringComparison.Ordinal);
        Assert.Equal(ReleaseStatus.Failed, (await school.ReleaseAsync(reference)).Status);

        await File.WriteAllTextAsync(keys.File("vault.json"), file, TestContext.Current.CancellationToken);
        var mine = await tom.SendsAsync(tom.Pressing("release.again", new JsonObject { ["ref"] = reference }));
        Assert.Contains("You cannot approve what you would receive yourself", mine.Card!.Text, StringComparison.Ordinal);
        var sam = school.InChat(Cast.Sam);
        await sam.GetsAsync("Sign-in details could not be opened", reference);
        await sam.PressesAsync($"Open {reference}");
        await sam.PressesAsync("Let them try again");
        await tom.SendsAsync(tom.Pressing("vault.open", new JsonObject { ["ref"] = reference }));
        Assert.Equal(Secret, (await school.PostPageAsync($"/vault/show/{reference}", VaultSchool.CodeOf(tom))).Value);
    }

    [Fact]
    public async Task Whoever_has_seen_it_and_changes_nothing_is_chased_and_then_those_who_approved_hear_of_it()
    {
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var account = await school.WithAccountAsync(priya.Member);
        await school.PutsInAsync(priya, account, Secret);
        var reference = await tom.AsksToSeeAsync(account);
        await school.ApprovedByBothAsync(reference);
        await tom.GetsAsync("Sign-in details are ready for you", reference);
        await tom.SendsAsync(tom.Pressing("vault.open", new JsonObject { ["ref"] = reference }));
        await school.PostPageAsync($"/vault/show/{reference}", VaultSchool.CodeOf(tom));

        await school.PassAsync(TimeSpan.FromHours(25));
        await tom.GetsAsync("Have you changed the sign-in details?", reference);
        await school.RestartAsync();
        await school.PassAsync(TimeSpan.FromHours(25));
        await school.InChat(Cast.Sam).GetsAsync("Sign-in details were not changed yet", reference, tom.Member.Name);
        await school.PassAsync(TimeSpan.FromHours(48));
        Assert.Equal(1, tom.MessagesSaying("Have you changed the sign-in details?"));
        Assert.Equal(1, school.InChat(Cast.Sam).MessagesSaying("Sign-in details were not changed yet"));
    }

    [Fact]
    public async Task What_nobody_opens_in_its_time_is_over()
    {
        var tom = school.Teacher();
        var account = await school.WithAccountAsync(school.Teacher().Member);
        var reference = await tom.AsksToSeeAsync(account);
        await school.PassAsync(TimeSpan.FromHours(30));
        await school.InChat(Cast.Sam).GetsAsync("Sign-in details wait for approval", reference);
        await school.PassAsync(TimeSpan.FromDays(4));
        await tom.GetsAsync("the time in which they could be opened is over");
        Assert.Equal(ReleaseStatus.Expired, (await school.ReleaseAsync(reference)).Status);
    }
}
