using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Tests.Drafts;

/// <summary>Whatever is pasted in: no fault, and nothing is quoted that does not stand in the draft.</summary>
public sealed class HostileDraftTests
{
    private const int Drafts = 400;

    private static readonly DraftChecker Checker = new(PolicyLibrary.Load(Path.Combine(Repository.Root, "policy", "documents")));
    private static readonly string[] Pieces =
    [
        "a", "😀", "שלום עולם ", "\u200b", "\u202e", "<at>Everyone</at>", "**bold**", "[posted Fri 4 pm; it is now", "[posted Xyz 99 pm; it is now Mon 3 am]", "(", ")))", "!!!", ". ", "\n", "@", "http://x.y/?a=b",
        "Mr ", "07700 900123", "AAAA ", "Year 9 ", "I ", "\u0000", "a@", "\ud83d", "Academy", ",,,,;", "'", "”", "because", "hidden ",
    ];

    [Fact]
    public void Nothing_makes_the_checks_stumble()
    {
        var random = new Random(7);
        for (var number = 0; number < Drafts; number++)
        {
            var draft = new Draft(
                (DraftKind)random.Next(2), Some(random, 3), (DraftAccount)random.Next(2), Some(random, 3), Some(random, 60), random.Next(2) == 0 ? null : Some(random, 40),
                random.Next(2) == 0 ? null : Some(random, 40));

            Assert.All(Checker.Check(draft), finding => Assert.True(
                new[] { draft.Text, draft.Comment, draft.Images }.Any(place => place?.Contains(finding.Words, StringComparison.Ordinal) is true), $"draft {number}: {finding.Rule}"));
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("😀😀😀")]
    [InlineData("https://example.org/a")]
    [InlineData("")]
    public void Next_to_nothing_raises_nothing(string text) =>
        Assert.Empty(Checker.Check(new Draft(DraftKind.Post, "X", DraftAccount.Trust, "public", text, null, null)));

    [Theory]
    [InlineData('a')]
    [InlineData('A')]
    [InlineData(' ')]
    [InlineData('.')]
    [InlineData('(')]
    [InlineData('@')]
    public void Ten_thousand_times_the_same_letter_is_read_to_its_end(char letter) =>
        Checker.Check(new Draft(DraftKind.Reply, "X", DraftAccount.Personal, "public", new string(letter, 10_000), new string(letter, 10_000), new string(letter, 2_000)));

    private static string Some(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
