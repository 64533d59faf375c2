using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policy.Adding;

/// <summary>What a paragraph's style makes of it: a heading, a line of the contents, an item. Styles inherit; names stay English in every Word.</summary>
internal sealed class WordStyles(Styles? styles)
{
    private const int LongestInheritance = 20;

    private readonly Dictionary<string, Style> byId = (styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .DistinctBy(style => style.StyleId!.Value!, StringComparer.Ordinal)
        .ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);

    /// <summary>The heading's level, 0 for the document's title; null when it is no heading.</summary>
    public int? LevelOf(Paragraph paragraph)
    {
        if (Outline(paragraph.ParagraphProperties?.OutlineLevel) is { } own)
            return own;
        foreach (var style in Inherited(paragraph))
        {
            var name = Name(style);
            if (name == "title")
                return 0;
            if (name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is > 0 and < 10)
                return level;
            if (Outline(style.StyleParagraphProperties?.OutlineLevel) is { } outline)
                return outline;
        }
        return null;
    }

    public bool IsContents(Paragraph paragraph) =>
        Inherited(paragraph).Select(Name).Any(name => name.StartsWith("toc ", StringComparison.Ordinal) || name == "toc heading");

    public NumberingProperties? NumberingOf(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.NumberingProperties
        ?? Inherited(paragraph).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(numbering => numbering is not null);

    private IEnumerable<Style> Inherited(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var steps = 0; steps < LongestInheritance && id is not null && byId.TryGetValue(id, out var style); steps++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static string Name(Style style) => style.StyleName?.Val?.Value?.ToLowerInvariant() ?? "";

    // 9 is Word's "body text".
    private static int? Outline(OutlineLevel? outline) => outline?.Val?.Value is >= 0 and < 9 and var level ? level + 1 : null;
}
