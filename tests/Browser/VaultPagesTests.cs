using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Vault;

namespace PolicyBot.Tests.Browser;

/// <summary>The vault's two pages in a browser: at a desk and on a phone.</summary>
public sealed class VaultPagesTests(ChromiumBrowser chromium)
{
    private const string Secret = "user northnetball\nQuenby!77-larkspur";

    [Fact]
    public async Task Details_are_put_in_and_seen_once_and_leave_nothing_behind()
    {
        using var keys = new TemporaryFolder();
        var school = new Driver.School { Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Vault:KeyFile"] = keys.File("vault.json") } };
        await using var context = await chromium.NewPersonAsync();
        await school.InitializeAsync();
        await using var open = school.ConfigureAwait(true);
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        var (priya, tom) = (school.Teacher(), school.Teacher());
        var account = await school.WithAccountAsync(priya.Member);

        await PutInAsync(page, school, priya, account.Reference.ToString());
        var reference = await tom.AsksToSeeAsync(account);
        await school.ApprovedByBothAsync(reference);
        await tom.GetsAsync("Sign-in details are ready for you", reference);
        await SeeAsync(page, school, tom, reference);

        Assert.All(asked, url => Assert.StartsWith(school.Bot.Client.BaseAddress!.AbsoluteUri, url, StringComparison.Ordinal));
        Assert.All(asked, url => Assert.DoesNotContain("?", url, StringComparison.Ordinal));
        Assert.Empty(await context.CookiesAsync());
        Assert.Equal("0/0", await page.EvaluateAsync<string>("localStorage.length + '/' + sessionStorage.length"));
    }

    private static async Task PutInAsync(IPage page, Driver.School school, Participant priya, string account)
    {
        await priya.SendsAsync(priya.Pressing("vault.put", new JsonObject { ["case"] = account }));
        await page.GotoAsync($"{school.Bot.Client.BaseAddress}vault/put/{account}");
        await page.GetByLabel("Sign-in details").FillAsync(Secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into the vault" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Please type the code from your chat.");
        await page.GetByLabel("The code from your chat").FillAsync("AAAA AAAA AAAA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into the vault" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("This code is not right");
        await PhotographAsync(page, "vault-1-put");
        await page.GetByLabel("The code from your chat").FillAsync(VaultSchool.CodeOf(priya).ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into the vault" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("It is in the vault");
        await Assertions.Expect(page.GetByLabel("Sign-in details")).ToHaveCountAsync(0);
        await PhotographAsync(page, "vault-2-kept");
    }

    private static async Task SeeAsync(IPage page, Driver.School school, Participant tom, string reference)
    {
        await page.Clock.InstallAsync();
        await tom.SendsAsync(tom.Pressing("vault.open", new JsonObject { ["ref"] = reference }));
        var code = VaultSchool.CodeOf(tom);
        await page.GotoAsync($"{school.Bot.Client.BaseAddress}vault/show/{reference}");
        await PhotographAsync(page, "vault-3-show");
        await page.GetByLabel("The code from your chat").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show me the details" }).ClickAsync();
        await Assertions.Expect(page.Locator("#value")).ToHaveTextAsync(Secret.ReplaceLineEndings(" "));
        await PhotographAsync(page, "vault-4-shown");
        await page.Clock.RunForAsync(62_000);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Hidden. It is not shown again.");
        Assert.DoesNotContain("larkspur", await page.ContentAsync(), StringComparison.Ordinal);
        await PhotographAsync(page, "vault-5-hidden");

        await tom.SendsAsync(tom.Pressing("vault.open", new JsonObject { ["ref"] = reference }));
        tom.Sees("It was opened already, and opens once only");
        await page.ReloadAsync();
        Assert.DoesNotContain("larkspur", await page.ContentAsync(), StringComparison.Ordinal);
        // Anything at all that takes the eyes away hides it; here with a page that shows a made-up value.
        await page.RouteAsync("**/vault/show/*", route => route.Request.Method == "POST"
            ? route.FulfillAsync(new() { ContentType = "application/json", Body = """{"sentence":"Shown once.","value":"made up"}""" })
            : route.ContinueAsync());
        await page.GetByLabel("The code from your chat").FillAsync("AAAA AAAA AAAA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show me the details" }).ClickAsync();
        await Assertions.Expect(page.Locator("#value")).ToHaveTextAsync("made up");
        await page.EvaluateAsync("window.dispatchEvent(new Event('blur'))");
        await Assertions.Expect(page.Locator("#value")).ToHaveCountAsync(0);
        Assert.DoesNotContain("made up", await page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task PhotographAsync(IPage page, string name)
    {
        foreach (var (size, width) in ((string, int)[])[("desk", 1280), ("phone", 320)])
        {
            await page.SetViewportSizeAsync(width, 700);
            await page.ScreenshotAsync(new() { Path = PlaygroundPage.Picture($"{name}-{size}"), FullPage = true });
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} is wider than a {size}");
        }
    }
}
