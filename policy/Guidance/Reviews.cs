using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyBot.Policy.Guidance;

/// <summary>
/// For which words of its clauses each short answer was reviewed. A clause keeps its id from issue to issue: "No." must not stand above a text that
/// has become a yes in the meantime, until somebody has read both.
/// </summary>
internal sealed class Reviews
{
    /// <summary>The file, beside the situations, that <see cref="ReviewCommand"/> keeps.</summary>
    public const string FileName = "reviewed.json";

    private static readonly GuidanceJson Readable = new(new JsonSerializerOptions(GuidanceJson.Default.Options) { WriteIndented = true, NewLine = "\n" });

    private readonly Dictionary<string, string> marks;

    private Reviews(Dictionary<string, string> marks) => this.marks = marks;

    public IEnumerable<string> Situations => marks.Keys;

    /// <summary>The reviews that a file holds; none when nobody has reviewed anything yet.</summary>
    public static Reviews Of(ReviewedFile? file) => new(file?.Situations ?? []);

    /// <summary>The reviews that a file's text holds; none for null.</summary>
    /// <exception cref="PolicyException">The text is not what <see cref="Write"/> writes.</exception>
    public static Reviews Parse(string? text)
    {
        try
        {
            return Of(text is null ? null : JsonSerializer.Deserialize(text, GuidanceJson.Default.ReviewedFile));
        }
        catch (JsonException fault)
        {
            throw new PolicyException($"{FileName}: {fault.Message}", fault);
        }
    }

    /// <summary>Whether the short answer was reviewed for just these clauses in just these words. How lines are broken is not one of them.</summary>
    public bool Hold(string situation, IEnumerable<Clause> clauses) => marks.GetValueOrDefault(situation) == Mark(clauses);

    /// <summary>The file's text with the situations that were read just now, in the order of the situations; what nobody has read again stays as it was.</summary>
    public string Write(IEnumerable<(string Situation, ImmutableArray<Clause> Clauses, bool IsRead)> situations) => JsonSerializer.Serialize(
        new ReviewedFile(situations.Select(each => (each.Situation, Mark: each.IsRead ? Mark(each.Clauses) : marks.GetValueOrDefault(each.Situation)))
            .Where(each => each.Mark is not null).ToDictionary(each => each.Situation, each => each.Mark!, StringComparer.Ordinal)),
        Readable.ReviewedFile) + "\n";

    private static string Mark(IEnumerable<Clause> clauses) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', clauses.Select(clause => $"{clause.Id}\n{Spaces.Fold(clause.Text)}")))).AsSpan(0, 8));
}
