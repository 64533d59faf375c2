using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyBot.Policy.Adding;
using static PolicyBot.Tests.Adding.WrittenPolicy;

namespace PolicyBot.Tests.Adding;

/// <summary>What a Word document shows on the page and holds somewhere else.</summary>
public sealed class WordTests
{
    [Fact]
    public void Numbers_that_Word_counts_are_printed_and_no_part_of_the_clause()
    {
        var composed = Compose(Listed("Devices", 2), Listed("Lock the screen.", 2, 1), Listed("Ask first.", 2, 1), Listed("In writing.", 2, 2), Listed("Accounts", 2), Listed("They are yours.", 2, 1));

        Assert.Equal("1. Devices\n  1.1 Lock the screen.\n  1.2 Ask first.\n    (a) In writing.\n2. Accounts\n  2.1 They are yours.\n", composed.Text[composed.Text.IndexOf("1. ", StringComparison.Ordinal)..]);
        Assert.Equal("Devices\n1.1 Lock the screen.\n1.2 Ask first.\n(a) In writing.", composed.Document.Clauses[0].Text);
    }

    [Fact]
    public void Headings_are_known_by_their_style_a_style_of_that_style_their_outline_or_their_looks()
    {
        var outlined = Plain("By outline");
        outlined.ParagraphProperties = new ParagraphProperties(new OutlineLevel { Val = 1 });
        var bold = new Paragraph(new Run(new RunProperties(new Bold()), new Text("By looks")));

        var document = Compose(Styled("By a style of a style", "Ours"), Plain("One."), outlined, Plain("Two."), bold, Plain("Three.")).Document;

        Assert.Equal(
            [["Rules", "By a style of a style"], ["Rules", "By outline"], ["Rules", "By outline", "By looks"]],
            document.Sections.Select(section => section.Path.ToArray()));
    }

    [Fact]
    public void A_sentence_in_many_pieces_is_one_and_what_is_hidden_is_not_read()
    {
        var pieces = new Paragraph(
            Words("Lock "), new Hyperlink(Words("the")), new Run(new RunProperties(new Italic()), new Text(" scr")), new Run(new RunProperties(new Vanish()), new Text("SECRET")),
            new Run(new FieldCode(" PAGEREF x ")), new SdtRun(new SdtContentRun(Words("een"))), new Run(new Break()), Words("now."));

        Assert.Equal("Lock the screen now.", Compose(pieces).Document.Clauses.Single().Text);
    }

    [Fact]
    public void A_table_is_quoted_whole_with_its_head_and_content_controls_are_read_through()
    {
        var table = new Table(Row("Place", "Phones"), Row("Class", "No"));
        Assert.Equal(["Place | Phones\nClass | No", "Ask first."], Compose(table, new SdtBlock(new SdtContentBlock(Plain("Ask first.")))).Document.Clauses.Select(clause => clause.Text));

        static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(Plain(cell))));
    }

    [Fact]
    public void Footnotes_are_named_as_left_out() => Assert.Contains(
        "Not in the text, because it cannot be quoted: 1 footnote.", Compose(new Paragraph(Words("Ask first."), new Run(new FootnoteReference { Id = 2 }))).Remarks);

    private static ComposedPolicy Compose(params OpenXmlElement[] blocks) =>
        NewPolicy.Read("a.docx", Word([Styled("Acceptable Use", "Titel"), Styled("Rules", "Kop1"), .. blocks]), null).Compose("Trust", null);
}
