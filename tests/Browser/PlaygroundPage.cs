using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyBot.Tests.Browser;

/// <summary>What one person sees and does in the Playground.</summary>
internal sealed partial class PlaygroundPage
{
    // The first answer of a cold bot on a busy machine; Playwright looks again and again until then.
    internal const float Patience = 30_000;
    private const float Margin = 24;

    // The bot's picture stands left of its card.
    private const float Face = 68;

    private readonly IPage page;

    private PlaygroundPage(IPage page) => this.page = page;

    internal static async Task<PlaygroundPage> OpenAsync(IBrowserContext person, Uri address)
    {
        var opened = await person.NewPageAsync();
        opened.SetDefaultTimeout(Patience);
        await opened.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Expect(Compose(opened)).ToBeVisibleAsync(new() { Timeout = Patience });
        // The log repeats every message, so every look at the page would find it twice.
        await opened.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
        return new PlaygroundPage(opened);
    }

    /// <summary>Goes to a conversation by its name on the left: <c>Personal Chat</c>, <c>North staff room</c>, <c>North SLT - Incidents</c>.</summary>
    internal async Task GoToAsync(string conversation)
    {
        await page.GetByRole(AriaRole.Treeitem, new() { Name = conversation }).ClickAsync();
        await Expect(Compose(page)).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    /// <summary>Types and sends, in the personal chat or the group chat.</summary>
    internal async Task SayAsync(string words)
    {
        await Compose(page).ClickAsync();
        await page.Keyboard.TypeAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>Types to the bot by its name, as one must where others are listening too, and sends: a message in the group chat, a new post in a channel.</summary>
    internal async Task SayToBotAsync(string words)
    {
        await Compose(page).ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByRole(AriaRole.Listbox, new() { Name = "Typeahead menu" }).GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "PolicyBot" }).ClickAsync();
        await page.Keyboard.TypeAsync(" " + words);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = SendOrPost() }).First.ClickAsync();
    }

    /// <summary>Waits until a message that holds these words stands in the conversation.</summary>
    internal Task ReadsAsync(string words) =>
        Expect(page.GetByRole(AriaRole.Paragraph).Filter(new() { HasText = words }).Last).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>Waits until these words stand anywhere on the page, such as in the bar under a card.</summary>
    internal Task SeesAsync(string words) => Expect(page.GetByText(words).Last).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>The newest card that holds these words, now or when it comes.</summary>
    internal CardOnPage Card(string words) => new(page, page.Locator(".ac-adaptiveCard").Filter(new() { HasText = words }).Last);

    /// <summary>The page takes this person for its user.</summary>
    internal Task BelongsToAsync(string name) => Expect(page.GetByText(name, new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>Keeps a picture of the card that holds these words, and of the message above it that was answered, without the Playground around them.</summary>
    internal async Task PhotographExchangeAsync(string name, string said, string answered)
    {
        var question = (await page.GetByText(said).Last.BoundingBoxAsync())!;
        var answer = (await page.Locator(".ac-adaptiveCard").Filter(new() { HasText = answered }).Last.BoundingBoxAsync())!;
        var left = answer.X - Face;
        var top = question.Y - (2 * Margin);
        var clip = new Clip { X = left, Y = top, Width = question.X + question.Width + Margin - left, Height = answer.Y + answer.Height + Margin - top };
        await page.ScreenshotAsync(new() { Path = Picture(name), Clip = clip });
    }

    /// <summary>Keeps a picture of what the person sees in artifacts/browser.</summary>
    internal Task PhotographAsync(string name) =>
        page.ScreenshotAsync(new() { Path = Picture(name) });

    internal static string Picture(string name) => Path.Combine(Repository.Artifacts("browser"), name + ".png");

    [GeneratedRegex("^(Send Message|Post)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SendOrPost();

    private static ILocator Compose(IPage page) => page.Locator("[data-lexical-editor]").First;
}
