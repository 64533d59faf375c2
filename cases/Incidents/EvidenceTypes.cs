using System.Text.Unicode;

namespace PolicyBot.Cases.Incidents;

/// <summary>What is taken as evidence, told from the bytes: a name says what somebody wants us to believe.</summary>
public static class EvidenceTypes
{
    private static readonly (string ContentType, string Ending, string Title)[] Known =
    [
        ("image/png", "png", "picture, PNG"), ("image/jpeg", "jpg", "picture, JPEG"), ("image/gif", "gif", "picture, GIF"), ("image/webp", "webp", "picture, WEBP"),
        ("application/pdf", "pdf", "document, PDF"), ("video/mp4", "mp4", "film, MP4"), ("text/plain", "txt", "text"),
    ];

    /// <summary>The content type, or null when it is nothing that is taken.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : bytes.StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8) ? "video/mp4"
        : IsText(bytes) ? "text/plain"
        : null;

    /// <summary>What our own names for files of this kind end with.</summary>
    public static string EndingOf(string? contentType) => Known.FirstOrDefault(each => each.ContentType == contentType).Ending ?? "bin";

    public static string TitleOf(string? contentType) => Known.FirstOrDefault(each => each.ContentType == contentType).Title ?? "file";

    // Text has letters and lines; a program or an archive has control characters within a few bytes.
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        !bytes.IsEmpty && Utf8.IsValid(bytes) && !bytes.ContainsAnyExceptInRange((byte)0x09, (byte)0xFF) && !bytes.ContainsAnyInRange((byte)0x0E, (byte)0x1F);
}
