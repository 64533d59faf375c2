namespace PolicyBot.Policy;

/// <summary>Numbers the words that matter.</summary>
internal sealed class Vocabulary
{
    /// <summary>A word that no phrasing uses: it says that the question goes beyond what we know.</summary>
    public const int Unknown = -1;

    /// <summary>A word that every question uses: it says nothing.</summary>
    public const int Stop = -2;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> find;

    public Vocabulary()
    {
        find = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in StopWords.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            numbers.TryAdd(Stemmed(word), Stop);
    }

    public int Count { get; private set; }

    private static string StopWords =>
        """
        a about actually all also am an and any anyone are as at be been being but by can cant could did do does doesnt doing dont either em for from
        get go going got had has have having he hello her hers hes hey hi him his i id if ill im in into is it its ive just know let like
        may me might mine my need ok okay of on one ones or our ours please she shes should so some that thats the their them then there these
        they theyre thing think this those to too u ur us was we well were weve what whats which will with would ya yeah you your
        """.ReplaceLineEndings(" ");

    /// <summary>The numbers of the words of a folded text, stop words left out. Returns how many were written.</summary>
    public int Read(Span<char> folded, Span<int> terms)
    {
        var count = 0;
        for (var from = 0; from < folded.Length && count < terms.Length;)
        {
            var length = folded[from..].IndexOf(' ');
            length = length < 0 ? folded.Length - from : length;
            var word = folded.Slice(from, length);
            var number = find.TryGetValue(word[..Words.Stem(word)], out var known) ? known : Unknown;
            if (number != Stop)
                terms[count++] = number;
            from += length + 1;
        }

        return count;
    }

    /// <summary>The numbers of the words of a phrasing; words met for the first time are learnt.</summary>
    public int[] Learn(string phrasing)
    {
        var folded = new char[Words.LongestText];
        var words = new string(folded, 0, Words.Fold(phrasing, folded)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Select(word => Number(Stemmed(word))).Where(number => number != Stop)];
    }

    private int Number(string stem)
    {
        if (!numbers.TryGetValue(stem, out var number))
            numbers[stem] = number = Count++;
        return number;
    }

    private static string Stemmed(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, Words.Stem(letters));
    }
}
