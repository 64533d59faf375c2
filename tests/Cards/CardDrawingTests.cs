using Microsoft.Playwright;
using PolicyBot.Tests.Browser;

namespace PolicyBot.Tests.Cards;

/// <summary>
/// Every card is drawn by Microsoft's renderer as Teams sets it: on a phone and on a desk, light and dark. What a program can see (the renderer's
/// complaints, errors, sideways scrolling) fails the test. Pictures stay in artifacts/cards for people to look at: of each card the light phone and the
/// dark desk, and with <c>POLICYBOT_TEST_PICTURES=all</c> the other two. While you work on a card, <c>POLICYBOT_TEST_CARDS=handover</c> draws only the cards
/// whose names begin so.
/// </summary>
public sealed class CardDrawingTests(ChromiumBrowser chromium)
{
    private static readonly (string Theme, int Width)[] Faces = [("light", 320), ("dark", 320), ("light", 640), ("dark", 640)];
    private static readonly bool AllPictures = Environment.GetEnvironmentVariable("POLICYBOT_TEST_PICTURES") is "all";
    private static readonly string NamesBegin = Environment.GetEnvironmentVariable("POLICYBOT_TEST_CARDS") ?? "";

    [Fact]
    public async Task Every_card_the_bot_can_send_fits_and_is_drawn_whole()
    {
        Assert.Empty(await DrawAsync([.. CardGallery.All.Where(card => card.Name.StartsWith(NamesBegin, StringComparison.Ordinal)), ("example", ExampleCards.Good)]));
    }

    [Fact]
    public async Task A_card_that_the_renderer_refuses_is_found()
    {
        var findings = await DrawAsync([("misspelt", ExampleCards.Misspelt)]);

        Assert.Contains(findings, finding => finding.StartsWith("misspelt, light, 320: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_is_too_wide_for_a_phone_is_found_there_and_only_there()
    {
        var findings = await DrawAsync([("too-wide", ExampleCards.TooWide)]);

        Assert.Equal(["too-wide, light, 320", "too-wide, dark, 320"], findings.Select(finding => finding.Split(':')[0]));
    }

    // On two pages at once: there are more than a thousand cards, and each page has one core's worth to do.
    private async Task<List<string>> DrawAsync(IReadOnlyList<(string Name, string Json)> cards)
    {
        Needs.Node();
        var half = cards.Count / 2;
        var found = await Task.WhenAll(DrawOnPageAsync(cards.Take(half)), DrawOnPageAsync(cards.Skip(half)));
        return [.. found.SelectMany(findings => findings)];
    }

    private async Task<List<string>> DrawOnPageAsync(IEnumerable<(string Name, string Json)> cards)
    {
        var pictures = Repository.Artifacts("cards");
        var findings = new List<string>();
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        var drawing = "the page itself";
        page.Console += (_, said) => findings.AddRange(said.Type is "error" or "warning" ? [$"{drawing}: {said.Text}"] : []);
        page.PageError += (_, error) => findings.Add($"{drawing}: {error}");
        await page.GotoAsync(new Uri(Path.Combine(Repository.NodeFolder, "draw-cards.html")).AbsoluteUri);
        foreach (var (name, json) in cards)
        {
            foreach (var (theme, width) in Faces)
            {
                drawing = $"{name}, {theme}, {width}";
                var said = await page.EvaluateAsync<string[]>("([card, theme, width]) => drawCard(JSON.parse(card), theme, width)", new object[] { json, theme, width });
                findings.AddRange(said.Select(finding => $"{drawing}: {finding}"));
                if (AllPictures || (theme, width) is ("light", 320) or ("dark", 640))
                    await page.Locator("#card").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(pictures, $"{name}-{theme}-{width}.png") });
            }
        }
        return findings;
    }
}
