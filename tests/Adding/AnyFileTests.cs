using System.Text;
using PolicyBot.Policy;
using PolicyBot.Policy.Adding;
using static PolicyBot.Tests.Adding.WrittenPolicy;

namespace PolicyBot.Tests.Adding;

/// <summary>However a policy is written, it is taken whole or refused in a sentence.</summary>
public sealed class AnyFileTests
{
    private static readonly string[] Pieces =
    [
        "# Title", "## Rules", "## Devices", "### On loan", "#### Never", "### Staff must not:", "## 3. Numbers", "# ", "Ask first. Then wait.", "lower case goes on", "Staff must:", "Staff must not", "On loan",
        "- Lock it.\n- Lend it to nobody.", "- open (never closed\n- ends.) Here", "1. One.\n2. Two:\n   - deeper\n     - deepest.", "- \n-", "| a | b |\n| - | - |\n| c | d |", "> quoted. Twice.", "    code", "```\ncode\n```",
        "DRAFT", "Contents", "## Contents", "Issue number: 3", "Sponsored by", "**bold**", "Rules", "- Rules", "![x](y)", "<b>html</b>", "Dr. A. B. Shaw… “No.” ‘Yes.’", "\\*", "---", "\u200b", "🙂 Emoji. Here.", "a  b\tc\u00a0d.", "(", ")", ":",
    ];

    [Fact]
    public void Pieces_in_any_order_are_cut_so_that_no_word_of_them_is_lost()
    {
        var random = new Random(17);
        var taken = 0;
        for (var file = 0; file < 3000; file++)
        {
            var text = "# Policy\n\n## Start\n\nBegin here.\n\n" + string.Join("\n\n", Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                var composed = NewPolicy.Read("a.md", Encoding.UTF8.GetBytes(text), "Policy").Compose("Trust", null);
                var again = NewPolicy.Read("a.md", Encoding.UTF8.GetBytes(text), "Policy").Compose("Trust", composed.Json);
                Assert.Equal(composed.Json, again.Json);
                AssertWhole(composed, text);
                taken++;
            }
            catch (PolicyException refused)
            {
                Assert.True(refused.Message.Contains("two sections are called", StringComparison.Ordinal) || refused.Message.Contains("as a heading does elsewhere", StringComparison.Ordinal), $"{refused.Message}\n{text}");
            }
        }
        Assert.InRange(taken, 1500, 3000);
    }

    [Fact]
    public void Damaged_bytes_are_a_sentence_and_never_a_fault()
    {
        var random = new Random(17);
        var good = Word(Styled("Policy", "Titel"), Styled("Rules", "Kop1"), Listed("Ask first.", 2), Plain("Wait."));
        for (var file = 0; file < 1000; file++)
        {
            var bytes = good.ToArray();
            for (var damage = random.Next(1, 30); damage > 0; damage--)
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            Try("a.docx", bytes[..random.Next(4, bytes.Length + 1)]);
            random.NextBytes(bytes.AsSpan(0, 40));
            Try("a.md", bytes);
        }

        static void Try(string name, byte[] bytes)
        {
            try
            {
                NewPolicy.Read(name, bytes, "Policy").Compose("Trust", null);
            }
            catch (PolicyException refused)
            {
                Assert.StartsWith(name, refused.Message, StringComparison.Ordinal);
            }
        }
    }

    // Every letter beneath the first section is in a heading, a clause, or a mark before one.
    private static void AssertWhole(ComposedPolicy composed, string written)
    {
        // One without a clause stands at the end of the section before it.
        var headings = Layout.Of(ManuscriptFile.Read("a.md", Encoding.UTF8.GetBytes(written)).Blocks, "Policy").Sections.SelectMany(section => section.Path)
            .SelectMany(heading => Spaces.Fold(heading).Split(' ')).ToHashSet(StringComparer.Ordinal);
        foreach (var section in composed.Document.Sections)
        {
            var rest = Spaces.Fold(section.Text);
            var texts = section.Clauses.SelectMany(clause => clause.AlsoAt.Select(place => place.Text).Prepend(clause.Text));
            foreach (var text in texts.OrderByDescending(text => text.Length))
                rest = rest.Replace(Spaces.Fold(text), " ", StringComparison.Ordinal);
            var left = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter) && !headings.Contains(word) && word != "DRAFT");
            Assert.True(!left.Any(), $"Lost: {string.Join(' ', left)}\n{written}\n===\n{composed.Json}");
        }
    }
}
