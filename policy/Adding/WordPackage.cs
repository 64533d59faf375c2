using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policy.Adding;

/// <summary>Opens a Word document that somebody sent, after looking at it with suspicion: it is a zip of XML, and both can be traps.</summary>
internal static class WordPackage
{
    private const int MostParts = 2_000;
    private const int MostLetters = 30_000_000;

    /// <summary>The document, to be read and no more.</summary>
    /// <exception cref="PolicyException">It is not a Word document, or one with more in it than words; the message says what to do.</exception>
    public static WordprocessingDocument Open(string name, byte[] bytes)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(bytes, writable: false)))
                Check(name, zip);
            var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            if (document.MainDocumentPart?.Document?.Body is not { } body)
                throw new PolicyException($"{name}: this is not a Word document.");
            if (body.Descendants().Any(IsTracked))
                throw new PolicyException($"{name}: it has tracked changes, so it does not say yet what the policy is. Accept or reject them in Word, save it, and try again.");
            return document;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or OpenXmlPackageException or IOException or FormatException or InvalidOperationException or NotSupportedException)
        {
            throw new PolicyException($"{name}: this Word document is damaged or not what Word writes. Open it in Word and save it again as .docx.", fault);
        }
    }

    private static void Check(string name, ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts)
            throw new PolicyException($"{name}: it holds {zip.Entries.Count} parts, which no policy needs. Copy its text into a new Word document.");
        if (zip.Entries.Any(part => part.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
            throw new PolicyException($"{name}: it holds macros. Save it as .docx, which has none.");
        if (zip.GetEntry("[Content_Types].xml") is null || zip.GetEntry("word/document.xml") is null)
            throw new PolicyException($"{name}: this is not a Word document.");
        var left = (long)MostLetters;
        foreach (var part in zip.Entries.Where(part => Path.GetExtension(part.Name).ToUpperInvariant() is ".XML" or ".RELS"))
            left -= Letters(name, part, left);
    }

    // Unpacked here a piece at a time and thrown away: what a zip says of its sizes is only what its maker says.
    private static long Letters(string name, ZipArchiveEntry part, long most)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var stream = new CountedStream(part.Open(), most);
        try
        {
            using var xml = XmlReader.Create(stream, settings);
            while (xml.Read())
            {
            }
            return stream.Count;
        }
        catch (InvalidDataException) when (stream.Count > most)
        {
            throw new PolicyException($"{name}: unpacked it is larger than any policy. Copy its text into a new Word document.");
        }
    }

    private static bool IsTracked(OpenXmlElement element) =>
        element is InsertedRun or DeletedRun or Inserted or Deleted or MoveFromRun or MoveToRun or MoveFrom or MoveTo;
}
