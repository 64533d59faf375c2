using System.Runtime.CompilerServices;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Wording;

/// <summary>
/// The policies without the people whom the Trust knows. Policies and directories are both long, so this is worked out once for each library and trust,
/// and not again for each question.
/// </summary>
internal sealed class NamelessPolicy
{
    private static readonly ConditionalWeakTable<PolicyLibrary, NamelessPolicy> Made = [];

    private readonly Trust trust;
    private readonly PolicyWords words;
    private readonly IReadOnlyDictionary<Clause, string> clauses;

    private NamelessPolicy(Trust trust, PolicyWords words, Nameless nameless, IReadOnlyDictionary<Clause, string> clauses)
    {
        this.trust = trust;
        this.words = words;
        this.clauses = clauses;
        Nameless = nameless;
    }

    /// <summary>Takes the same people out of other texts.</summary>
    public Nameless Nameless { get; }

    public static NamelessPolicy Of(Known known)
    {
        if (Made.TryGetValue(known.Library, out var made) && ReferenceEquals(made.trust, known.Trust))
            return made;
        var all = known.Library.Documents.SelectMany(document => document.Clauses).ToList();
        var printed = new PolicyWords(all.Select(clause => clause.Text));
        var nameless = new Nameless(known.Trust.People.Select(person => person.Name), printed);
        made = new NamelessPolicy(known.Trust, printed, nameless, Told(all, clause => nameless.Printed(clause.Text)));
        Made.AddOrUpdate(known.Library, made);
        return made;
    }

    /// <summary>The same without the person who asks, whom the directory may not know.</summary>
    public NamelessPolicy Without(string asker)
    {
        if (trust.People.Any(person => person.Name == asker))
            return this;
        var nameless = new Nameless(trust.People.Select(person => person.Name).Append(asker), words);
        return new NamelessPolicy(trust, words, nameless, words.MayName(asker) ? Told(clauses.Keys, clause => nameless.Printed(clause.Text)) : clauses);
    }

    /// <summary>The clause's text without these people.</summary>
    public string Text(Clause clause) => clauses[clause];

    private static Dictionary<Clause, string> Told(IEnumerable<Clause> all, Func<Clause, string> text)
    {
        var told = new Dictionary<Clause, string>(ReferenceEqualityComparer.Instance);
        foreach (var clause in all)
            told[clause] = text(clause);
        return told;
    }
}
