using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Cases.Trail;

/// <summary>
/// The end of a case's trail: how many entries there are and the last one's hash. A record carries it, so that neither an
/// entry nor the record can be changed, taken out or put in without the two disagreeing.
/// </summary>
public sealed record TrailHead(int Count, string Hash)
{
    public static readonly TrailHead Start = new(0, new string('0', 64));

    /// <summary>The entry that follows, chained to this head, and the head after it.</summary>
    public (TrailHead Head, TrailEntry Entry) Append(CaseReference reference, DateTimeOffset at, string actor, string type, string data)
    {
        var sequence = Count + 1;
        var hash = HashOf(reference.ToString(), sequence, at, actor, type, data, Hash);
        return (new TrailHead(sequence, hash), new TrailEntry(sequence, at, actor, type, data, Hash, hash));
    }

    /// <summary>Null when <paramref name="entries"/> lead to this head unbroken; otherwise a sentence that names the first fault.</summary>
    public string? FaultIn(CaseReference reference, IReadOnlyList<TrailEntry> entries)
    {
        var head = Start;
        foreach (var entry in entries)
        {
            if (entry.Sequence != head.Count + 1)
                return $"{reference}: entry {head.Count + 1} is missing.";
            if (entry.Previous != head.Hash)
                return $"{reference}: entry {entry.Sequence} does not follow from the one before it.";
            if (entry.Hash != HashOf(reference.ToString(), entry.Sequence, entry.At, entry.Actor, entry.Type, entry.Data, entry.Previous))
                return $"{reference}: entry {entry.Sequence} was altered.";
            head = new TrailHead(entry.Sequence, entry.Hash);
        }
        return head == this ? null : $"{reference}: the record and its trail disagree after entry {head.Count}.";
    }

    private static string HashOf(string reference, int sequence, DateTimeOffset at, string actor, string type, string data, string previous)
    {
        // Each part is preceded by its length, so that no text can be moved from one part into the next and hash the same.
        var text = new StringBuilder();
        foreach (var part in (string[])
            [reference, sequence.ToString(CultureInfo.InvariantCulture), at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), actor, type, data, previous])
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
