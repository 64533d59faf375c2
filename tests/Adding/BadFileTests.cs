using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyBot.Bot.Commands;
using PolicyBot.Policy;
using PolicyBot.Policy.Adding;
using static PolicyBot.Tests.Adding.WrittenPolicy;

namespace PolicyBot.Tests.Adding;

/// <summary>Somebody gives the bot a file that it cannot use, or that was made to hurt it: a sentence says what to do.</summary>
public sealed class BadFileTests
{
    private static readonly byte[] Good = Word(Styled("Acceptable Use", "Titel"), Styled("Rules", "Kop1"), Plain("Ask first."));

    [Theory]
    [InlineData("a.md", "", "the file is empty")]
    [InlineData("a.docx", "", "the file is empty")]
    [InlineData("a.pdf", "%PDF-1.7 …", "this is a PDF")]
    [InlineData("a.docx", "%PDF-1.7 …", "this is a PDF")]
    [InlineData("a.docx", "words", "I read Markdown (.md) and Word documents (.docx)")]
    [InlineData("a.md", "Words without a heading.", "it does not say what the policy is called")]
    [InlineData("a.md", "# Phones\n\n## Rules\n\n## More", "there are headings and nothing beneath them")]
    [InlineData("a.md", "# 电话\n\n## Rules\n\nAsk.", "cannot be the name of a folder")]
    [InlineData("a.md", "# A\n\n## Rules\n\nAsk.\n\n## More\n\nAsk more.\n\n## Rules\n\nAsk again.", "two sections are called \"Rules\"")]
    [InlineData("a.md", "# A\n\n## Rules\n\nMore\n\nAsk.\n\n## More\n\nAsk more.", "a line says \"More\" and no more, as a heading does elsewhere")]
    [InlineData("a.md", "# A\n\n## B\n\nzero\0byte", "this is not a text")]
    public void Text_that_is_no_policy(string name, string text, string sentence) => Refused(name, Encoding.UTF8.GetBytes(text), sentence);

    [Fact]
    public void Other_kinds_of_file()
    {
        Refused("a.docx", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10], "this is a picture");
        Refused("a.md", [0xFF, 0xD8, 0xFF, 0xE0], "this is a picture");
        Refused("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "protected with a password or in Word's old .doc format");
        Refused("a.md", [(byte)'#', (byte)' ', 0x93, 0xA3], "its letters cannot be read. Save it again as UTF-8.");
        Refused("a.md", Encoding.UTF8.GetBytes("# A\n\n" + new string('>', 5000) + " deep"), "nested so deeply");
    }

    [Fact]
    public void Other_encodings_that_say_what_they_are_are_read()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
            Assert.Equal("Ask the Café.", NewPolicy.Read("a.md", [.. encoding.GetPreamble(), .. encoding.GetBytes("# A\n\n## B\n\nAsk the Café.")], null).Compose("T", null).Document.Clauses.Single().Text);
    }

    [Fact]
    public void Word_documents_that_are_damaged_or_something_else()
    {
        Refused("a.docx", Good[..(Good.Length / 2)], "damaged or not what Word writes");
        Refused("a.docx", Zip(("notes.txt", "words")), "this is not a Word document");
        Refused("a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document")), "damaged or not what Word writes");
        Refused("a.docx", Edited("word/document.xml", xml => xml[..^20]), "damaged or not what Word writes");
        Refused("a.docx", Word(), "it does not say what the policy is called");
        Refused("a.docx", Added("word/vbaProject.bin", "macro"), "it holds macros");
    }

    [Fact]
    public void Nothing_is_fetched_and_nothing_outside_the_file_is_read()
    {
        const string entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        Refused("a.docx", Edited("word/document.xml", xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, entity)), "damaged or not what Word writes");
        Refused("a.docx", Edited("word/styles.xml", xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, entity)), "damaged or not what Word writes");
    }

    [Fact]
    public void What_unpacks_without_end_is_stopped_on_the_way()
    {
        Refused("a.docx", Edited("word/document.xml", xml => xml.Replace("Ask first.", new string('a', 40_000_000), StringComparison.Ordinal)), "larger than any policy");
        Refused("a.docx", Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"), .. Enumerable.Range(0, 3000).Select(part => ($"word/{part}.xml", "<x/>"))]), "parts, which no policy needs");
    }

    [Fact]
    public void Tracked_changes_leave_open_what_the_policy_is()
    {
        OpenXmlElement[] tracked = [new Paragraph(new InsertedRun(Words("new"))), new Paragraph(new DeletedRun(new Run(new DeletedText("old")))), new Paragraph(new ParagraphProperties(new ParagraphMarkRunProperties(new Inserted())), Words("x"))];
        foreach (var change in tracked)
            Refused("a.docx", Word(Styled("A", "Titel"), Styled("B", "Kop1"), change), "it has tracked changes");
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_not_even_opened()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.File("a.docx")))
            file.SetLength(50_000_000);
        using var said = new StringWriter();

        Assert.Equal(1, AddPolicyCommand.Run([folder.File("a.docx"), "--folder", folder.Path], said));

        Assert.StartsWith("a.docx: it has 50 MB, more than any policy.", said.ToString(), StringComparison.Ordinal);
    }

    private static void Refused(string name, byte[] bytes, string sentence)
    {
        var refused = Assert.Throws<PolicyException>(() => NewPolicy.Read(name, bytes, null).Compose("Trust", null));
        Assert.StartsWith($"{name}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
                Write(zip, name, text);
        }
        return stream.ToArray();
    }

    private static byte[] Added(string part, string text) => Changed(zip => Write(zip, part, text));

    private static byte[] Edited(string part, Func<string, string> edit) => Changed(zip =>
    {
        var entry = zip.Entries.Single(entry => entry.FullName == part);
        string xml;
        using (var reader = new StreamReader(entry.Open()))
            xml = reader.ReadToEnd();
        entry.Delete();
        Write(zip, part, edit(xml));
    });

    private static byte[] Changed(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Good);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
