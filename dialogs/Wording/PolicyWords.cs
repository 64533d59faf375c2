namespace PolicyBot.Dialogs.Wording;

/// <summary>The words that the policies print, which are nobody's name.</summary>
internal sealed class PolicyWords
{
    private readonly HashSet<string> printed = new(StringComparer.Ordinal);
    private readonly HashSet<string> small = new(StringComparer.Ordinal);

    public PolicyWords(IEnumerable<string> texts)
    {
        foreach (var word in texts.SelectMany(SpokenWord.Of))
        {
            printed.Add(word.Folded);
            if (char.IsLower(word.Written[0]))
                small.Add(word.Folded);
        }
    }

    public bool Print(SpokenWord word) => printed.Contains(word.Folded) || printed.Contains(word.Singular);

    /// <summary>"will" and "may" are names too. Where the policy itself writes them small they are words, unless what stands beside them says otherwise.</summary>
    public bool PrintSmall(string folded) => small.Contains(folded);

    /// <summary>Whether a person's name, or a part of it, may be among them.</summary>
    public bool MayName(string person)
    {
        var people = new NamedPeople([person]);
        return printed.Any(word => people.Joined(word) || people.Bearers(word).Count > 0);
    }
}
