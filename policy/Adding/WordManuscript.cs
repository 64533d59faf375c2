using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policy.Adding;

/// <summary>Reads a policy that was written in Word.</summary>
internal static class WordManuscript
{
    private const int LongestBoldHeading = 80;

    /// <summary>The blocks of a Word document.</summary>
    /// <exception cref="PolicyException">It cannot be read; the message says what to do.</exception>
    public static Manuscript Read(string name, byte[] bytes)
    {
        using var document = WordPackage.Open(name, bytes);
        var main = document.MainDocumentPart!;
        var styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        var numbers = new WordNumbers(main.NumberingDefinitionsPart?.Numbering);
        var body = main.Document!.Body!;
        return new Manuscript([.. body.SelectMany(element => Blocks(element, styles, numbers))], [.. LeftOut(body)]);
    }

    private static IEnumerable<Block> Blocks(OpenXmlElement element, WordStyles styles, WordNumbers numbers) => element switch
    {
        Paragraph paragraph => Of(paragraph, styles, numbers),
        Table table => [new Block.Table([.. table.Elements<TableRow>().Select(Row)])],
        SdtBlock control => control.SdtContentBlock?.SelectMany(inner => Blocks(inner, styles, numbers)) ?? [],
        CustomXmlBlock wrapped => wrapped.SelectMany(inner => Blocks(inner, styles, numbers)),
        _ => [],
    };

    private static IEnumerable<Block> Of(Paragraph paragraph, WordStyles styles, WordNumbers numbers)
    {
        var words = Words(paragraph).Trim();
        if (words.Length == 0 || styles.IsContents(paragraph))
            return [];
        var (number, depth) = numbers.Next(styles.NumberingOf(paragraph));
        if (styles.LevelOf(paragraph) is { } level)
            return [new Block.Heading(level, Spaces.Fold(number is null or "-" ? words : $"{number} {words}"))];
        if (number is not null)
            return [new Block.Item(depth, number, words)];
        return IsBoldLine(paragraph, words) ? [new Block.Heading(Layout.Innermost, words)] : [new Block.Paragraph(words)];
    }

    // Where nobody used Word's heading styles, a short bold line is what people take for a heading.
    private static bool IsBoldLine(Paragraph paragraph, string words) =>
        words.Length <= LongestBoldHeading && words[^1] is not ('.' or ':' or ';' or ',' or '?') && !words.Contains('\n', StringComparison.Ordinal) && !words.Contains('\t', StringComparison.Ordinal)
        && paragraph.Descendants<Run>().Where(run => !string.IsNullOrWhiteSpace(run.InnerText)).All(run => run.RunProperties?.Bold is { } bold && (bold.Val is null || bold.Val.Value));

    private static string Row(TableRow row) =>
        string.Join(" | ", row.Elements<TableCell>().Select(cell => Spaces.Fold(string.Join(' ', cell.Descendants<Paragraph>().Select(Words)))));

    private static string Words(Paragraph paragraph)
    {
        var words = new StringBuilder();
        foreach (var piece in paragraph.Descendants().Where(piece => piece.Ancestors<Run>().FirstOrDefault() is { } run && IsPrinted(run, paragraph)))
        {
            _ = piece switch
            {
                Text text => words.Append(text.Text),
                TabChar => words.Append('\t'),
                Break or CarriageReturn => words.Append('\n'),
                NoBreakHyphen => words.Append('-'),
                _ => words,
            };
        }
        return words.ToString();
    }

    // Hidden text is not in the printed policy; a text box floats beside the paragraph that it hangs on.
    private static bool IsPrinted(Run run, Paragraph paragraph) =>
        run.RunProperties?.Vanish is null && run.Ancestors<Paragraph>().First() == paragraph;

    private static IEnumerable<string> LeftOut(Body body)
    {
        (string Name, int Count)[] kinds =
        [
            ("picture", body.Descendants<Drawing>().Count() + body.Descendants<Picture>().Count()),
            ("text box", body.Descendants<TextBoxContent>().Count(box => !box.Ancestors<AlternateContentFallback>().Any())),
            ("footnote", body.Descendants<FootnoteReference>().Count() + body.Descendants<EndnoteReference>().Count()),
            ("inserted document", body.Descendants<AltChunk>().Count()),
        ];
        return from kind in kinds
               where kind.Count > 0
               select $"{kind.Count} {kind.Name}{(kind.Count == 1 ? "" : kind.Name[^1] == 'x' ? "es" : "s")}";
    }
}
