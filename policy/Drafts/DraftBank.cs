using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Policy.Drafts;

/// <summary>A draft as somebody of a school would write it, and what is to be found in it.</summary>
/// <param name="Writer">Whose file it stands in. Learning is checked by leaving out one writer after the other.</param>
internal sealed record WrittenDraft(string Writer, DraftLine Line);

/// <summary>The drafts that the reader learns from: a file for each writer, one JSON object a line.</summary>
internal sealed record DraftBank(ImmutableArray<WrittenDraft> Drafts, string Fingerprint)
{
    /// <summary>Reads every file of a folder.</summary>
    /// <exception cref="PolicyException">A line is no draft, or does not show the words of what is to be found; the message names the file and the line.</exception>
    public static DraftBank Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new PolicyException($"{folder}: there is no such folder of drafts.");
        var drafts = ImmutableArray.CreateBuilder<WrittenDraft>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(path)}\n"));
            foreach (var (at, text) in File.ReadLines(path).Index())
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));
                if (text.Length > 0)
                    drafts.Add(new WrittenDraft(Path.GetFileNameWithoutExtension(path), Read(path, text, at + 1)));
            }
        }

        return new DraftBank(drafts.ToImmutable(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static DraftLine Read(string path, string text, int number)
    {
        try
        {
            var line = DraftLine.Parse(text, number);
            return line.Rules.FirstOrDefault(rule => line.Words is null || !line.Words.ContainsKey(rule)) is { } unshown
                ? throw new PolicyException($"{path}, line {number}: the words that raise {unshown} are missing.")
                : line;
        }
        catch (FormatException fault)
        {
            throw new PolicyException($"{path}: {fault.Message}", fault);
        }
    }
}
