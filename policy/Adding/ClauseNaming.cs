using System.Collections.Immutable;

namespace PolicyBot.Policy.Adding;

/// <summary>Names the clauses of a new issue: as in the earlier one where the words are the same or nearly so, and afresh where they are not.</summary>
internal static class ClauseNaming
{
    // Of fewer words too much depends on the heading: "Attending appropriate training" is one duty of staff and another of their manager.
    private const int FewestWordsOfASentence = 8;
    private const double NearlyTheSame = 0.75;

    /// <summary>The sections as they are written into policy.json, and what has changed since the earlier issue.</summary>
    public static (SectionFile[] Sections, Changes Changes) Of(ImmutableArray<(ImmutableArray<string> Path, ImmutableArray<string> Clauses)> sections, PolicyFile? earlier)
    {
        var before = (earlier?.Sections ?? []).SelectMany(section => section.Clauses.Select(clause => new Printing(section.Path, clause.Text, clause.Id ?? clause.SameAs!, clause.SameAs is not null))).ToList();
        var now = sections.SelectMany(section => section.Clauses.Select(text => new Printing([.. section.Path], text, null, isRepeat: false))).ToList();
        Match(now, before, static (one, other) => Spaces.Fold(one.Text) == Spaces.Fold(other.Text) ? 1 : 0);
        Match(now, before, static (one, other) => Duty.Of(one.Text).SequenceEqual(Duty.Of(other.Text), StringComparer.OrdinalIgnoreCase) ? Alike.Share(one.Text, other.Text) : 0);

        var ids = new ClauseIds(before.Select(clause => clause.Id!));
        var given = new HashSet<string>(StringComparer.Ordinal);
        var sentences = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var named = now.ToDictionary(clause => clause, clause => Named(clause, ids, given, sentences));
        var next = new Queue<Printing>(now);
        return ([.. sections.Select(section => new SectionFile([.. section.Path], [.. section.Clauses.Select(_ => named[next.Dequeue()])]))], ChangesOf(now, before, named));
    }

    private static ClauseFile Named(Printing clause, ClauseIds ids, HashSet<string> given, Dictionary<string, string> sentences)
    {
        var words = Alike.WordsOf(clause.Text);
        var sentence = words.Length >= FewestWordsOfASentence ? string.Join(' ', words) : null;
        var known = clause.Was?.Id ?? (sentence is null ? null : sentences.GetValueOrDefault(sentence));
        if (known is not null && given.Contains(known))
            return new ClauseFile(clause.Text, SameAs: known);
        var id = known ?? ids.Next(clause.Path[^1], clause.Text);
        given.Add(id);
        if (sentence is not null)
            sentences.TryAdd(sentence, id);
        return new ClauseFile(clause.Text, Id: id);
    }

    // Best first, so that of two candidates the nearer one gets the id; of equals the one in the same section, then the earlier.
    private static void Match(List<Printing> now, List<Printing> before, Func<Printing, Printing, double> likeness)
    {
        var pairs = from clause in now
                    where clause.Was is null
                    from old in before
                    where old.Is is null
                    let share = likeness(clause, old)
                    where share >= NearlyTheSame
                    orderby share descending, clause.Path.SequenceEqual(old.Path, StringComparer.Ordinal) descending
                    select (clause, old);
        foreach (var (clause, old) in pairs.ToList())
        {
            if (clause.Was is null && old.Is is null)
                (clause.Was, old.Is) = (old, clause);
        }
    }

    private static Changes ChangesOf(List<Printing> now, List<Printing> before, Dictionary<Printing, ClauseFile> named)
    {
        var kept = named.Values.Where(clause => clause.Id is not null).Select(clause => clause.Id!).ToHashSet(StringComparer.Ordinal);
        return new Changes(
            now.Count(clause => clause.Was is { } was && Spaces.Fold(was.Text) == Spaces.Fold(clause.Text)),
            [.. now.Where(clause => clause.Was is null && named[clause].Id is not null).Select(clause => (named[clause].Id!, clause.Text))],
            [.. now.Where(clause => clause.Was is { } was && Spaces.Fold(was.Text) != Spaces.Fold(clause.Text)).Select(clause => (clause.Was!.Id!, clause.Was.Text, clause.Text))],
            [.. before.Where(clause => !clause.IsRepeat && !kept.Contains(clause.Id!)).Select(clause => (clause.Id!, clause.Text))]);
    }

    /// <summary>A clause in one of the places where it is printed, in one issue.</summary>
    private sealed class Printing(string[] path, string text, string? id, bool isRepeat)
    {
        public string[] Path => path;

        public string Text => text;

        public string? Id => id;

        public bool IsRepeat => isRepeat;

        /// <summary>What it was in the earlier issue.</summary>
        public Printing? Was { get; set; }

        /// <summary>What it is in the new one.</summary>
        public Printing? Is { get; set; }
    }
}
