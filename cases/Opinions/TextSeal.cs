using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Cases.Opinions;

/// <summary>
/// What a decision is bound to: SHA-256, in lower-case hex, over the exact UTF-8 bytes of the text, of the comment that it replies to and when it came in, of the
/// account, the platform, the audience and what others made, and over its pictures and what was checked of them. Nothing is folded: an invisible character, a
/// look-alike letter or a picture saved again make it another text. When it goes out stays out: nothing but its clock depends on that. So does whom it is about:
/// that says who may read it, and is asked again at every press.
/// </summary>
public static class TextSeal
{
    public static string Of(WantedPost post)
    {
        // Each part stands behind its length, so that nothing can be moved from one part into the next and hash the same.
        using var bytes = new MemoryStream();
        foreach (var part in (string[])
            [
                post.Kind.ToString(), post.Text, post.Comment ?? "", post.For.ToString(), post.Account ?? "", post.Platform, post.Audience,
                post.CommentAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "", post.Material ?? "", post.Pictures ?? "",
                string.Join(',', post.PictureChecks.Order(StringComparer.Ordinal)), .. post.PictureFiles.Select(picture => picture.Hash ?? ""),
            ])
        {
            var text = Encoding.UTF8.GetBytes(part);
            bytes.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text.Length}:")));
            bytes.Write(text);
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }
}
