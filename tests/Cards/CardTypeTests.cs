namespace PolicyBot.Tests.Cards;

/// <summary>Every card is held against Microsoft's own types of what Teams shows.</summary>
public sealed class CardTypeTests
{
    [Fact]
    public async Task Every_card_the_bot_can_send_is_a_card_that_Teams_knows()
    {
        var (code, findings) = await CheckAsync([.. CardGallery.All, ("example", ExampleCards.Good)]);

        Assert.Equal("", findings);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_misspelt_card_is_found_with_its_name_and_line()
    {
        var (code, findings) = await CheckAsync([("example", ExampleCards.Good), ("misspelt", ExampleCards.Misspelt)]);

        Assert.Contains("misspelt.json: line", findings, StringComparison.Ordinal);
        Assert.Contains("\"colour\"", findings, StringComparison.Ordinal);
        Assert.Contains("\"Purple\"", findings, StringComparison.Ordinal);
        Assert.Contains("\"Textblock\"", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("example.json", findings, StringComparison.Ordinal);
        Assert.NotEqual(0, code);
    }

    private static async Task<(int Code, string Findings)> CheckAsync(IEnumerable<(string Name, string Json)> cards)
    {
        Needs.Node();
        using var folder = new TemporaryFolder();
        foreach (var (name, json) in cards)
        {
            await File.WriteAllTextAsync(folder.File(name + ".json"), json, TestContext.Current.CancellationToken);
        }
        return await NodeScript.RunAsync("check-cards.mjs", folder.Path);
    }
}
