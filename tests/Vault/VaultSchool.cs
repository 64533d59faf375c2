using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.Bot.Vault;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Trail;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Vault;

/// <summary>A school with an account in its register and the vault's pages open, and the ways that people take through them.</summary>
internal static partial class VaultSchool
{
    public const string Reason = "Tom takes the netball account over";

    /// <summary>Priya leads the account; the register knows nothing of its details yet.</summary>
    public static async Task<Account> WithAccountAsync(this School school, Member? lead = null, string name = "Netball at North", string platform = "Instagram")
    {
        var store = school.Bot.Get<CaseStore>();
        var reference = await store.NextReferenceAsync(CaseReference.Account, 2026, TestContext.Current.CancellationToken);
        var by = Ref(Cast.Sam);
        var (head, entry) = TrailHead.Start.Append(reference, school.Clock.GetUtcNow(), by.Id, "account.added", "{}");
        var account = new Account(reference, by, school.Clock.GetUtcNow(), $"draft-{reference}", new AccountFacts("north", platform, $"handle{reference.Number}", name), Ref(lead ?? Cast.Teachers[0]), AccountStatus.Open, head);
        Assert.IsType<CommitResult.Committed>(await store.CommitAsync(new TurnCommit("test", $"{reference}", school.Clock.GetUtcNow(), null) { Case = new CaseChange(0, account, [entry]) }));
        return account;
    }

    public static PersonRef Ref(Member member) => new(member.DirectoryId!, member.Name);

    /// <summary>Types the details into the page, with the code from the person's chat.</summary>
    public static async Task<PageReply> PutsInAsync(this School school, Participant who, Account account, string secret)
    {
        await who.SaysAsync("vault");
        await who.GetsAsync("It keeps the sign-in details"); // something else may have come meanwhile
        await who.Chooses("An account that you look after", ChoiceOf(who, account)).PressesAsync("Put its details in");
        return await school.PostPageAsync($"/vault/put/{account.Reference}", CodeOf(who), secret);
    }

    /// <summary>Asks that somebody may see the details.</summary>
    /// <returns>The release's reference.</returns>
    public static async Task<string> AsksToSeeAsync(this Participant who, Account account, Member? recipient = null, string why = Reason)
    {
        await who.SaysAsync("vault");
        await who.PressesAsync("Ask to see sign-in details");
        who.Fills("Which account?", account.Reference.ToString()).Fills("Why?", why);
        if (recipient is not null)
            who.Picks("Who needs to see them? Leave it empty if it is you.", recipient);
        await who.PressesAsync("Ask for it");
        who.Sees("waits for approval");
        return who.Reference;
    }

    /// <summary>Sam, who manages social media, and Martin, who leads the academy, say yes.</summary>
    public static async Task ApprovedByBothAsync(this School school, string reference)
    {
        foreach (var approver in (Member[])[Cast.Sam, Cast.Martin])
        {
            var person = school.InChat(approver);
            await person.GetsAsync(reference);
            await person.PressesAsync("Approve", on: reference);
        }
    }

    public static async Task<Release> ReleaseAsync(this School school, string reference)
    {
        Assert.True(CaseReference.TryParse(reference, out var parsed));
        return (await school.Bot.Get<CaseStore>().Releases.FindAsync(parsed, TestContext.Current.CancellationToken))!;
    }

    /// <summary>The code that stands on the card which this person has in front of them.</summary>
    public static string CodeOf(Participant who) => CodeForm().Match(who.Card.Text).Value is { Length: > 0 } code ? code : throw new InvalidOperationException(who.Card.Text);

    public static Task<PageReply> PostPageAsync(this School school, string path, string? code, string? secret = null, string? origin = null, string? token = null) =>
        PostPageAsync(school.Bot, path, code, secret, origin, token);

    public static async Task<PageReply> PostPageAsync(BotHost bot, string path, string? code, string? secret = null, string? origin = null, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { code, secret }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-PolicyBot", "page");
        request.Headers.Add("Origin", origin ?? bot.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = body.Length > 0 ? JsonElement.Parse(body) : default;
        return new PageReply(response.StatusCode, body.Length > 0 ? json.GetProperty("sentence").GetString()! : "", body.Length > 0 && json.TryGetProperty("value", out var value) ? value.GetString() : null);
    }

    private static string ChoiceOf(Participant who, Account account) =>
        who.Card.Input("An account that you look after").GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("title").GetString()!)
            .First(title => title.StartsWith(account.Name, StringComparison.Ordinal));

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}\b", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();
}

internal sealed record PageReply(HttpStatusCode Status, string Sentence, string? Value);
