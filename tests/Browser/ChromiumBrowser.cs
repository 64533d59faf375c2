using Microsoft.Playwright;
using PolicyBot.Tests.Browser;

[assembly: AssemblyFixture(typeof(ChromiumBrowser))]

namespace PolicyBot.Tests.Browser;

/// <summary>The one Chromium that all browser tests share, started when the first of them asks.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    // The last one lets the pages reach this machine and nothing else: a test that would need the internet fails here too.
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
    ];

    private readonly SemaphoreSlim starting = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A context of its own for each person, as if each had their own computer. Skips the test where there is no Chromium.</summary>
    public async Task<IBrowserContext> NewPersonAsync()
    {
        var path = Needs.Chromium();
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
            return await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 1000 }, Locale = "en-GB" });
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }
}
