using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Tests.Adding;

/// <summary>A policy as its author has it: lines with a level for each heading, which Word or a Markdown editor then dresses.</summary>
internal static class WrittenPolicy
{
    public static string Markdown(IEnumerable<(int Heading, string Line)> lines) =>
        string.Join('\n', lines.Select(line => line.Heading switch
        {
            0 => $"# {line.Line}",
            > 0 => $"\n{new string('#', line.Heading + 1)} {line.Line}\n",
            _ => line.Line,
        }));

    public static byte[] Word(IEnumerable<(int Heading, string Line)> lines) => Word([.. lines.Where(line => line.Line.Length > 0).Select(Dressed)]);

    public static byte[] Word(params OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(blocks));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                [Style("Titel", "Title"), Style("Inhalt1", "toc 1"), .. Enumerable.Range(1, 4).Select(level => Style($"Kop{level}", $"heading {level}")), BasedOn("Ours", "Kop2")]);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(Level(0, NumberFormatValues.Bullet, "•"), Level(1, NumberFormatValues.Bullet, "o")) { AbstractNumberId = 1 },
                new AbstractNum(Level(0, NumberFormatValues.Decimal, "%1."), Level(1, NumberFormatValues.Decimal, "%1.%2"), Level(2, NumberFormatValues.LowerLetter, "(%3)")) { AbstractNumberId = 2 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 });
        }
        return stream.ToArray();
    }

    public static Paragraph Styled(string text, string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Words(text));

    public static Paragraph Plain(string text) => new(Words(text));

    public static Paragraph Listed(string text, int list = 1, int depth = 0) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = depth }, new NumberingId { Val = list })), Words(text));

    public static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Paragraph Dressed((int Heading, string Line) line) => line switch
    {
        (0, var title) => Styled(title, "Titel"),
        ( > 0 and var level, var heading) => Styled(heading, $"Kop{level}"),
        (_, ['-', ' ', .. var item]) => Listed(item),
        (_, var text) when text.Contains('\t', StringComparison.Ordinal) && char.IsDigit(text[^1]) && !text.Contains(':', StringComparison.Ordinal) => Styled(text, "Inhalt1"),
        (_, var text) => Plain(text),
    };

    private static Style Style(string id, string name) => new(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };

    private static Style BasedOn(string id, string parent) => new(new StyleName { Val = "Our heading" }, new BasedOn { Val = parent }) { Type = StyleValues.Paragraph, StyleId = id };

    private static Level Level(int depth, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = depth };
}
