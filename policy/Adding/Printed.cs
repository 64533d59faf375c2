using System.Collections.Immutable;
using System.Text;

namespace PolicyBot.Policy.Adding;

/// <summary>How a policy stands in policy.txt: a paragraph a line, items with their marks, an empty line between what the page sets apart.</summary>
internal static class Printed
{
    public static string Of(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        Block? last = null;
        foreach (var block in blocks)
        {
            if (last is not null && !(last is Block.Item && block is Block.Item))
                text.Append('\n');
            foreach (var line in Lines(block))
                text.Append(line).Append('\n');
            last = block;
        }
        return text.ToString();
    }

    /// <summary>The lines of a block, each as it is printed.</summary>
    public static ImmutableArray<string> Lines(Block block) => block switch
    {
        Block.Heading heading => [Spaces.Fold(heading.Text)],
        Block.Paragraph paragraph => [.. paragraph.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)],
        Block.Item item => [$"{new string(' ', item.Depth * 2)}{item.Mark} {Spaces.Fold(item.Text)}"],
        Block.Table table => table.Rows,
        _ => [],
    };
}
