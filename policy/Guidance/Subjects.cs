using System.Collections.Immutable;

namespace PolicyBot.Policy.Guidance;

/// <summary>Everything that a question can be about, in all the documents of a folder and beyond them.</summary>
internal sealed class Subjects
{
    private readonly Dictionary<string, Subject> byId;

    public Subjects(IEnumerable<Subject> subjects)
    {
        byId = subjects.ToDictionary(subject => subject.Id, StringComparer.Ordinal);
        Situations = [.. byId.Values.OfType<Subject.Situation>()];
    }

    public ImmutableArray<Subject.Situation> Situations { get; }

    public IEnumerable<Subject> All => byId.Values;

    public Subject this[string id] => byId[id];

    public bool Has(string id) => byId.ContainsKey(id);
}
