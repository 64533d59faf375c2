using System.Collections.Immutable;

namespace PolicyBot.Policy.Adding;

/// <summary>A heading with those above it, and the blocks beneath it up to the next.</summary>
internal sealed record LaidSection(ImmutableArray<string> Path, ImmutableArray<Block> Blocks);

/// <summary>A policy put in order: its title, its front page, its sections, and its text as it is printed into policy.txt.</summary>
internal sealed record Layout(string? Title, FrontPage Front, ImmutableArray<LaidSection> Sections, string Text)
{
    /// <summary>The level of a line that only looks like a heading: beneath any real one.</summary>
    public const int Innermost = 10;

    private const int LongestHeadingByLooks = 6;

    /// <summary>Puts the blocks of a manuscript in order.</summary>
    /// <param name="title">What the policy is called, when the person who adds it says so.</param>
    public static Layout Of(ImmutableArray<Block> written, string? title)
    {
        var blocks = WithoutContents(Rejoined(written)).ToList();
        for (var at = 0; at + 1 < blocks.Count; at++)
        {
            if (blocks[at] is Block.Paragraph { Text: var text } && blocks[at + 1] is Block.Item && LooksLikeHeading(text))
                blocks[at] = new Block.Heading(Innermost, text);
        }

        var headed = TitleAt(blocks, title);
        var first = blocks.FindIndex(headed + 1, block => block is Block.Heading);
        var isOneSection = headed >= 0 && first < 0;
        var cover = (isOneSection ? blocks.Where(StatesOnly) : blocks.Take(first < 0 ? blocks.Count : first)).Where(block => block is not Block.Heading).ToHashSet();
        var front = new FrontPage(blocks.Where(cover.Contains).SelectMany(block => Printed.Lines(block)));
        var body = blocks.Skip(isOneSection ? headed : first < 0 ? blocks.Count : first).Where(block => !cover.Contains(block));
        return new Layout(title ?? (headed < 0 ? null : ((Block.Heading)blocks[headed]).Text) ?? front["title"], front, [.. Sectioned(body)], Printed.Of(blocks));
    }

    // Without sections the policy's statements follow the front page's; what says nothing but those is the front page.
    private static bool StatesOnly(Block block) => block is Block.Paragraph or Block.Table && new FrontPage(Printed.Lines(block)).Others.Count == 0;

    // A page break in the middle of a sentence leaves two paragraphs, of which the second begins small.
    private static IEnumerable<Block> Rejoined(IEnumerable<Block> blocks)
    {
        Block? last = null;
        foreach (var block in blocks)
        {
            if (block is Block.Paragraph { Text: [var first, ..] rest } && char.IsLower(first) && Joined(last, rest) is { } whole)
            {
                last = whole;
                continue;
            }
            if (last is not null)
                yield return last;
            last = block;
        }
        if (last is not null)
            yield return last;
    }

    private static Block? Joined(Block? begun, string rest) => begun switch
    {
        Block.Paragraph { Text: var text } when !Sentences.IsFinished(text) => new Block.Paragraph($"{text} {rest}"),
        Block.Item { Text: var text } item when !Sentences.IsFinished(text) => item with { Text = $"{text} {rest}" },
        _ => null,
    };

    // The page numbers of the printed copy, under a heading of their own or not: then the front page lists what the headings say.
    private static IEnumerable<Block> WithoutContents(IEnumerable<Block> written)
    {
        var blocks = written.ToList();
        var headings = blocks.OfType<Block.Heading>().Select(heading => Spaces.Fold(heading.Text)).ToHashSet(StringComparer.Ordinal);
        var (skipping, onFront) = (false, true);
        foreach (var block in blocks)
        {
            if (block is Block.Heading heading)
                (skipping, onFront) = (Spaces.Fold(heading.Text).ToUpperInvariant() is "CONTENTS" or "TABLE OF CONTENTS", onFront && heading == blocks.Find(other => other is Block.Heading));
            if (!skipping && !(onFront && block is Block.Paragraph && Printed.Lines(block).All(headings.Contains)))
                yield return block;
        }
    }

    // "This policy", and a list beneath it. "Staff must" is the beginning of each item and stays with them.
    private static bool LooksLikeHeading(string text) =>
        !Sentences.IsFinished(text) && !text.Contains('\n', StringComparison.Ordinal) && Spaces.Fold(text).Split(' ').Length <= LongestHeadingByLooks && !Duty.IsIn(text);

    private static int TitleAt(List<Block> blocks, string? title)
    {
        var first = blocks.FindIndex(block => block is Block.Heading { Level: < Innermost });
        if (first < 0)
            return -1;
        var heading = (Block.Heading)blocks[first];
        var isAlone = blocks.OfType<Block.Heading>().Skip(1).All(other => other.Level > heading.Level);
        return heading.Level == 0 || (title is null ? isAlone : heading.Text.Equals(title, StringComparison.OrdinalIgnoreCase)) ? first : -1;
    }

    private static IEnumerable<LaidSection> Sectioned(IEnumerable<Block> blocks)
    {
        var path = new Stack<Block.Heading>();
        var beneath = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is not Block.Heading heading)
            {
                beneath.Add(block);
                continue;
            }
            if (path.Count > 0)
                yield return new LaidSection([.. path.Reverse().Select(above => above.Text)], [.. beneath]);
            beneath.Clear();
            while (path.TryPeek(out var above) && above.Level >= heading.Level)
                path.Pop();
            path.Push(heading);
        }
        if (path.Count > 0)
            yield return new LaidSection([.. path.Reverse().Select(above => above.Text)], [.. beneath]);
    }
}
