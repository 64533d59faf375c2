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

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A context of its own for each person, as if each had their own computer. Skips the test where there is no Chromium.</summary>
    public async Task<IBrowserContext> NewPersonAsync()
    {
        var path = Needs.Chromium();
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
            return await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 1000 }, Locale = "en-GB" });
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        _starting.Dispose();
    }
}
