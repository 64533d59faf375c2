using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;

namespace PolicyBot.Policy.Adding;

/// <summary>Reads a policy that was written in Markdown.</summary>
internal static class MarkdownManuscript
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    /// <summary>The blocks of a Markdown text.</summary>
    /// <exception cref="PolicyException">It cannot be read as Markdown.</exception>
    public static Manuscript Read(string name, string text)
    {
        try
        {
            var markdown = Markdown.Parse(text, Pipeline);
            return new Manuscript([.. markdown.SelectMany(block => Blocks(block, 0))], [.. LeftOut(markdown)]);
        }
        catch (ArgumentException fault)
        {
            throw new PolicyException($"{name}: lists or quotations are nested so deeply in it that no person could read it.", fault);
        }
    }

    // A comment is not for readers.
    private static IEnumerable<string> LeftOut(MarkdownDocument markdown)
    {
        var pictures = markdown.Descendants<LinkInline>().Count(link => link.IsImage);
        var html = markdown.Descendants<HtmlBlock>().Count(block => block.Type is not HtmlBlockType.Comment);
        if (pictures > 0)
            yield return $"{pictures} picture{(pictures == 1 ? "" : "s")}";
        if (html > 0)
            yield return $"{html} block{(html == 1 ? "" : "s")} of HTML";
    }

    private static IEnumerable<Block> Blocks(MarkdownBlock block, int depth) => block switch
    {
        HeadingBlock heading when Words(heading.Inline).Length == 0 => [],
        HeadingBlock heading => [new Block.Heading(heading.Level, Words(heading.Inline))],
        YamlFrontMatterBlock front => [new Block.Paragraph(string.Join('\n', front.Lines.Lines.Take(front.Lines.Count).Select(line => Unquoted(line.ToString()))))],
        ParagraphBlock paragraph => Paragraph(Words(paragraph.Inline)),
        ListBlock list => list.Cast<ListItemBlock>().SelectMany(item => Item(list, item, depth)),
        Table table => [new Block.Table([.. table.Cast<TableRow>().Select(Row)])],
        HtmlBlock => [],
        LeafBlock { Inline: null } code => Paragraph(code.Lines.ToString()),
        ContainerBlock quotation => quotation.SelectMany(inner => Blocks(inner, depth)),
        _ => [],
    };

    private static IEnumerable<Block> Paragraph(string words) => string.IsNullOrWhiteSpace(words) ? [] : [new Block.Paragraph(words)];

    private static IEnumerable<Block> Item(ListBlock list, ListItemBlock item, int depth)
    {
        var mark = list.IsOrdered ? item.Order.ToString(CultureInfo.InvariantCulture) + list.OrderedDelimiter : "-";
        var words = string.Join(' ', item.OfType<ParagraphBlock>().Select(paragraph => Words(paragraph.Inline)));
        return [new Block.Item(depth, mark, words), .. item.Where(inner => inner is not ParagraphBlock).SelectMany(inner => Blocks(inner, depth + 1))];
    }

    private static string Row(TableRow row) =>
        string.Join(" | ", row.Cast<TableCell>().Select(cell => string.Join(' ', cell.OfType<ParagraphBlock>().Select(paragraph => Spaces.Fold(Words(paragraph.Inline))))));

    private static string Words(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            _ = inline switch
            {
                LiteralInline literal => words.Append(literal.Content.AsSpan()),
                CodeInline code => words.Append(code.Content),
                LineBreakInline => words.Append('\n'),
                AutolinkInline link => words.Append(link.Url),
                HtmlEntityInline entity => words.Append(entity.Transcoded.AsSpan()),
                LinkInline { IsImage: true } => words,
                ContainerInline container => words.Append(Words(container)),
                _ => words,
            };
        }
        return words.ToString().Trim();
    }

    // title: "Acceptable Use" says the same as title: Acceptable Use.
    private static string Unquoted(string line) => line.Split(':', 2) is [var key, var value] ? $"{key}: {value.Trim().Trim('"', '\'')}" : line;
}
