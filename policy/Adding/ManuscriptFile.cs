using System.Text;

namespace PolicyBot.Policy.Adding;

/// <summary>Tells what kind of file somebody gave by its first bytes, and reads it or says why it cannot be read.</summary>
internal static class ManuscriptFile
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>The blocks of a file of either kind.</summary>
    /// <exception cref="PolicyException">It is no Markdown and no Word document that can be read; the message names the file and says what to do.</exception>
    public static Manuscript Read(string name, byte[] bytes) => bytes switch
    {
        [] => throw new PolicyException($"{name}: the file is empty."),
        [(byte)'P', (byte)'K', 3, 4, ..] => WordManuscript.Read(name, bytes),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new PolicyException($"{name}: this is a PDF, which keeps pages and no headings. Give me the Word document that it was made from, or Markdown."),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new PolicyException($"{name}: this is protected with a password or in Word's old .doc format. Open it in Word and save it as .docx without a password."),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] =>
            throw new PolicyException($"{name}: this is a picture, in which I cannot read words. Give me a Word document or Markdown."),
        _ when Path.GetExtension(name).ToUpperInvariant() is ".MD" or ".MARKDOWN" => MarkdownManuscript.Read(name, Text(name, bytes)),
        _ => throw new PolicyException($"{name}: I read Markdown (.md) and Word documents (.docx), and this is neither."),
    };

    private static string Text(string name, byte[] bytes)
    {
        try
        {
            var text = bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(bytes.AsSpan(3)),
                [0xFF, 0xFE, ..] => Utf16.GetString(bytes.AsSpan(2)),
                [0xFE, 0xFF, ..] => Utf16BigEndian.GetString(bytes.AsSpan(2)),
                _ => Utf8.GetString(bytes),
            };
            return text.Contains('\0', StringComparison.Ordinal) ? throw new PolicyException($"{name}: this is not a text.") : text;
        }
        catch (DecoderFallbackException fault)
        {
            throw new PolicyException($"{name}: its letters cannot be read. Save it again as UTF-8.", fault);
        }
    }
}
