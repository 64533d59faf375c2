using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyBot.Tests.Browser;

/// <summary>One card in front of a person: they read it, fill it in and press its buttons.</summary>
internal sealed partial class CardOnPage(IPage page, ILocator card)
{
    internal Task ReadsAsync(string words) => Expect(card).ToContainTextAsync(words, new() { Timeout = PlaygroundPage.Patience });

    internal Task DoesNotReadAsync(string words) => Expect(card).Not.ToContainTextAsync(words, new() { Timeout = PlaygroundPage.Patience });

    /// <summary>Waits for the reference of a case on the card.</summary>
    /// <returns>As <c>INC-2026-0001</c>.</returns>
    internal async Task<string> ReferenceAsync()
    {
        await Expect(card).ToContainTextAsync(Reference(), new() { Timeout = PlaygroundPage.Patience });
        return Reference().Match(await card.InnerTextAsync()).Value;
    }

    /// <summary>Types into the field with this label.</summary>
    internal async Task FillAsync(string label, string words)
    {
        var field = card.GetByLabel(label);
        // Without the click the Playground forgets what was filled into a card in a channel.
        await field.ClickAsync();
        await field.FillAsync(words);
    }

    /// <summary>What stands in the field with this label.</summary>
    internal Task HoldsAsync(string label, string words) => Expect(card.GetByLabel(label)).ToHaveValueAsync(words, new() { Timeout = PlaygroundPage.Patience });

    /// <summary>Picks from the drop-down list with this label.</summary>
    internal async Task ChooseAsync(string label, string option)
    {
        await card.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option }).ClickAsync();
    }

    /// <summary>Marks one of several choices that all stand there.</summary>
    internal Task MarkAsync(string option) => card.GetByRole(AriaRole.Radio, new() { Name = option }).CheckAsync();

    /// <summary>Picks a day of the month that the calendar opens on.</summary>
    internal async Task PickDayAsync(string label, int day)
    {
        await card.GetByLabel(label).ClickAsync();
        await page.GetByRole(AriaRole.Gridcell).Filter(new() { HasTextRegex = new($"^{day}$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
    }

    /// <summary>Ticks the box with this label.</summary>
    internal Task TickAsync(string label) => card.GetByRole(AriaRole.Checkbox, new() { Name = label }).CheckAsync();

    internal Task PressAsync(string button) => card.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <summary>The button is gone, so nobody can press it twice.</summary>
    internal Task HasNoButtonAsync(string button) => Expect(card.GetByRole(AriaRole.Button, new() { Name = button })).ToHaveCountAsync(0, new() { Timeout = PlaygroundPage.Patience });

    /// <summary>Nothing on it asks to be filled in.</summary>
    internal Task HasNoFieldsAsync() => Expect(card.Locator("input, textarea, [role=combobox]")).ToHaveCountAsync(0, new() { Timeout = PlaygroundPage.Patience });

    /// <summary>Keeps a picture of the card alone in artifacts/browser.</summary>
    internal Task PhotographAsync(string name) => card.ScreenshotAsync(new() { Path = PlaygroundPage.Picture(name) });

    [GeneratedRegex("(?:INC|OPN|HOV|CMT)-[0-9]{4}-[0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
