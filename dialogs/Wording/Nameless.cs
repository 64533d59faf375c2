using System.Text;
using System.Text.RegularExpressions;
using PolicyBot.Cards;

namespace PolicyBot.Dialogs.Wording;

/// <summary>
/// Takes people out of a text before it leaves the Trust: whoever the directory knows, in any case, order or spelling; common given names; whatever
/// follows a title; words with a capital that are nothing else; addresses, accounts, links and numbers. It takes out too much rather than too little.
/// </summary>
internal sealed partial class Nameless
{
    private const string Person = "a person";
    private const int WaitMs = 1000;

    private readonly NamedPeople people;

    private readonly PolicyWords policy;

    /// <summary>Knows the people, and the words that are none.</summary>
    /// <param name="names">The people who are known, as the directory writes them.</param>
    public Nameless(IEnumerable<string> names, PolicyWords policy)
    {
        people = new NamedPeople(names);
        this.policy = policy;
    }

    /// <summary>What a person typed, without anybody in it.</summary>
    public string Typed(string text)
    {
        var plain = Seen(UserText.Plain(text).Replace("\u200d", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC));
        plain = Address().Replace(plain, "an address");
        plain = Link().Replace(plain, "a link");
        plain = Handle().Replace(plain, "an account");
        plain = LongNumber().Replace(plain, "a number");
        return Without(plain, typed: true);
    }

    /// <summary>What the policy or its guidance says, without the people whom the directory knows.</summary>
    public string Printed(string text) => Without(text, typed: false);

    private string Without(string text, bool typed)
    {
        var words = SpokenWord.Of(text);
        var gone = new bool[words.Length];
        var shouts = !words.Any(word => word.HasSmall);
        for (var i = 0; i < words.Length; i++)
            gone[i] = IsKnown(words, i) || (typed && (IsGivenName(words[i]) || IsStrange(words[i], shouts)));
        if (typed)
            TakeOutNeighbours(words, gone, shouts);
        return Rebuilt(text, words, gone);
    }

    private bool IsKnown(SpokenWord[] words, int i)
    {
        var word = words[i];
        if (people.Joined(word.Folded))
            return true;
        var bearers = people.Bearers(word.Folded);
        return bearers.Count > 0
            && (!policy.PrintSmall(word.Folded) || word is { IsCapitalised: true, OpensSentence: false } || Beside(words, i).Any(other => people.Bearers(other.Folded).Overlaps(bearers)));
    }

    // A capital where no sentence begins is a name, unless the word is known as something else. So is what nobody here can read.
    private bool IsStrange(SpokenWord word, bool shouts) =>
        !IsWord(word) && (word.IsForeign || (StandsOut(word, shouts) && !(word.OpensSentence && word.LooksLikeVerb)));

    // Where everything is in capitals they say nothing about a word.
    private static bool StandsOut(SpokenWord word, bool shouts) => word.IsCapitalised || (word.IsInCapitals && !shouts);

    private static bool IsGivenName(SpokenWord word) => WordList.GivenNames.Contains(word.Folded) || WordList.GivenNames.Contains(word.Singular);

    private void TakeOutNeighbours(SpokenWord[] words, bool[] gone, bool shouts)
    {
        var named = gone.ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 >= words.Length || !words[i + 1].FollowsClosely)
                continue;
            var next = words[i + 1];
            if (Titles.Contains(words[i].Folded, StringComparer.Ordinal) && words[i].Folded.Length > 0)
                gone[i] = gone[i + 1] = true;
            else if (DoubtfulTitles.Contains(words[i].Folded, StringComparer.Ordinal) && (next.IsCapitalised || !IsWord(next)))
                gone[i] = gone[i + 1] = true;
            else if ((gone[i] || Introductions.Contains(words[i].Folded, StringComparer.Ordinal)) && !IsWord(next) && !next.LooksLikeVerb)
                gone[i + 1] = true; // "kayla smyth": a family name that nobody told us
            else if (named[i] && next is { FollowsDirectly: true, OpensSentence: false } && StandsOut(next, shouts))
                gone[i + 1] = true; // "Joe Green": a family name that is a word too
        }
    }

    private bool IsWord(SpokenWord word) =>
        WordList.Kept.Contains(word.Folded) || WordList.Kept.Contains(word.Singular) || policy.Print(word);

    private static IEnumerable<SpokenWord> Beside(SpokenWord[] words, int i)
    {
        if (i > 0 && words[i].FollowsClosely)
            yield return words[i - 1];
        if (i + 1 < words.Length && words[i + 1].FollowsClosely)
            yield return words[i + 1];
    }

    private static string Rebuilt(string text, SpokenWord[] words, bool[] gone)
    {
        var told = new StringBuilder(text.Length);
        var from = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (!gone[i])
                continue;
            told.Append(text, from, words[i].Start - from).Append(Person);
            while (i + 1 < words.Length && gone[i + 1] && words[i + 1].FollowsClosely)
                i++;
            if (words[i].IsOwner)
                told.Append("'s");
            from = words[i].End;
        }
        return told.Append(text, from, text.Length - from).ToString();
    }

    // To a pattern, a letter outside the first plane is two halves and no letter. One that it sees stands for it, and is taken out like it.
    private static string Seen(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            seen.Append(!rune.IsBmp && Rune.IsLetter(rune) ? (Rune)'字' : rune);
        return seen.ToString();
    }

    private static readonly string[] Titles = ["mr", "mrs", "ms", "mx", "dr", "prof", "professor", "messrs"];
    private static readonly string[] DoubtfulTitles = ["miss", "sir", "madam", "rev", "reverend", "father", "sister", "lord", "lady", "dame", "auntie", "uncle"];
    private static readonly string[] Introductions = ["called", "named", "surname", "nickname", "nicknamed"];

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+", RegexOptions.None, WaitMs)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|uk|org|net|co|io|me|tv|gg|app|edu|gov|info|ly|be)\b(?:/\S*)?|\b[\w.-]+/[\w./?=&%-]*\d[\w./?=&%-]*", RegexOptions.IgnoreCase, WaitMs)]
    private static partial Regex Link();

    [GeneratedRegex(@"@[\w.]+|\b(?=\w*\p{L})\w*_\w*\b|\b(?!(?:year|yr|form|class|grade|stage|room|covid)\d)\p{L}{3,}\d{2,}\w*\b", RegexOptions.IgnoreCase, WaitMs)]
    private static partial Regex Handle();

    [GeneratedRegex(@"\+?\d(?:[\s().\-/]*\d){5,}", RegexOptions.None, WaitMs)]
    private static partial Regex LongNumber();
}
