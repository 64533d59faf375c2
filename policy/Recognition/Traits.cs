using System.Buffers;
using System.Runtime.InteropServices;

namespace PolicyBot.Policy.Recognition;

/// <summary>
/// Takes a question apart into its traits: words, neighbouring words, and pieces of words, so that "instgram" still looks like "instagram". A trait is
/// known by a 64-bit hash of its letters and the kind it is of.
/// </summary>
internal static class Traits
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const int PieceOfEarlier = 4;
    private const int MostWords = 800;

    // Two parts of a hash that belong to no letter.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The traits of a question, each once, in the order of their hashes.</summary>
    /// <param name="question">What is asked now, as typed.</param>
    /// <param name="earlier">What the same person asked before in this talk; empty when nothing.</param>
    public static Trait[] Of(string question, string earlier)
    {
        var traits = new List<Trait>();
        Add(question, earlier, traits);
        traits.Sort(static (one, other) => one.Hash.CompareTo(other.Hash));
        return [.. Once(traits)];
    }

    /// <summary>The same traits, but as they come: some more than once, and in no order.</summary>
    public static void Add(string question, string earlier, List<Trait> traits)
    {
        var folded = ArrayPool<char>.Shared.Rent(Words.LongestText);
        try
        {
            AddQuestion(folded.AsSpan(0, Words.Fold(question, folded)), traits);
            if (question.Contains('?', StringComparison.Ordinal))
                traits.Add(new Trait(Hash("?", TraitKind.Word, 'm'), TraitKind.Word));
            if (earlier.Length > 0)
                AddEarlier(folded.AsSpan(0, Words.Fold(earlier, folded)), traits);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(folded);
        }
    }

    /// <summary>The hash of the trait that a single word is.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word) => Hash(word, TraitKind.Word, 'w');

    private static void AddQuestion(ReadOnlySpan<char> words, List<Trait> traits)
    {
        Span<Range> bounds = stackalloc Range[MostWords];
        var count = words.IsEmpty ? 0 : words.Split(bounds, ' ');
        for (var at = 0; at < count; at++)
        {
            var word = words[bounds[at]];
            Word(word, 'w');
            AddPieces(word, ShortestPiece, LongestPiece, TraitKind.Piece, traits);
            if (at > 0)
                Word(words[bounds[at - 1].Start..bounds[at].End], 'w');
            if (at > 1)
            {
                Word(words[bounds[at - 2].Start..bounds[at].End], 'w');
                traits.Add(new Trait(Hash(word, TraitKind.Word, 'j', Hash(words[bounds[at - 2]], TraitKind.Word, 'j')), TraitKind.Word));
            }
        }

        if (count > 0)
        {
            // How a question opens and ends tells "can I" from "who" and "right?".
            Word(words[bounds[0]], 'o');
            Word(words[bounds[0].Start..bounds[Math.Min(1, count - 1)].End], 'o');
            Word(words[bounds[count - 1]], 'e');
        }

        Word([(char)('0' + Math.Min(6, (int)Math.Log2(count + 1)))], 'l');

        void Word(ReadOnlySpan<char> letters, char sort) => traits.Add(new Trait(Hash(letters, TraitKind.Word, sort), TraitKind.Word));
    }

    private static void AddEarlier(ReadOnlySpan<char> words, List<Trait> traits)
    {
        traits.Add(new Trait(Hash("", TraitKind.Earlier, 'm'), TraitKind.Earlier));
        var before = default(Range);
        var first = true;
        foreach (var bounds in words.Split(' '))
        {
            traits.Add(new Trait(Hash(words[bounds], TraitKind.Earlier, 'w'), TraitKind.Earlier));
            if (!first)
                traits.Add(new Trait(Hash(words[before.Start..bounds.End], TraitKind.Earlier, 'w'), TraitKind.Earlier));
            AddPieces(words[bounds], PieceOfEarlier, PieceOfEarlier, TraitKind.Earlier, traits);
            (before, first) = (bounds, false);
        }
    }

    // The edges of a word are letters too: " inst" opens a word, "inst" need not.
    private static void AddPieces(ReadOnlySpan<char> word, int shortest, int longest, TraitKind kind, List<Trait> traits)
    {
        Span<char> padded = word.Length <= 62 ? stackalloc char[word.Length + 2] : new char[word.Length + 2];
        padded[0] = padded[^1] = ' ';
        word.CopyTo(padded[1..]);
        for (var from = 0; from + shortest <= padded.Length; from++)
        {
            // A longer piece's hash goes on where the shorter one's ended.
            var hash = Hash(padded.Slice(from, shortest - 1), kind, 'p');
            for (var length = shortest; length <= longest && from + length <= padded.Length; length++)
            {
                hash = With(hash, padded[from + length - 1]);
                traits.Add(new Trait(hash, kind));
            }
        }
    }

    private static IEnumerable<Trait> Once(List<Trait> sorted)
    {
        for (var at = 0; at < sorted.Count; at++)
        {
            if (at == 0 || sorted[at].Hash != sorted[at - 1].Hash)
                yield return sorted[at];
        }
    }

    // FNV-1a: small, the same on every machine, and good enough for a hundred thousand traits in 64 bits.
    private static ulong Hash(ReadOnlySpan<char> letters, TraitKind kind, char sort, ulong seed = Basis)
    {
        var hash = (seed ^ (((ulong)kind << 16) | sort)) * Prime;
        foreach (var letter in letters)
            hash = With(hash, letter);
        return hash;
    }

    private static ulong With(ulong hash, char letter) => (hash ^ letter) * Prime;
}

/// <summary>Which part of the question a trait is of. Each part weighs the same, however many traits it has.</summary>
internal enum TraitKind : byte
{
    Word,
    Piece,

    /// <summary>Of what was asked before: it helps with "what about parents?".</summary>
    Earlier,
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Trait(ulong Hash, TraitKind Kind);
