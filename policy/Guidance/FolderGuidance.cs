using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Policy.Guidance;

/// <summary>
/// What stands beside the policies of a folder: each document's situations and the ways of asking about them, and what people ask that is in no
/// document. A document without guidance is found by its own words only.
/// </summary>
internal sealed class FolderGuidance
{
    private const string Asked = "asked";
    private const string ElsewhereName = "elsewhere.json";
    private readonly ImmutableArray<(string Path, string Prefix)> files;
    private readonly FolderFiles folder;

    private FolderGuidance(
        FolderFiles folder, Subjects subjects, ImmutableArray<(Citation Clause, UndefinedTerm Term)> terms, ImmutableArray<DraftRule> draftRules,
        ImmutableArray<(string Path, string Prefix)> files)
    {
        (this.folder, Subjects, Terms, DraftRules, this.files) = (folder, subjects, terms, draftRules, files);
    }

    public Subjects Subjects { get; }

    /// <summary>What clauses name and their policies leave undefined.</summary>
    public ImmutableArray<(Citation Clause, UndefinedTerm Term)> Terms { get; }

    /// <summary>What drafts are held against.</summary>
    public ImmutableArray<DraftRule> DraftRules { get; }

    /// <summary>Reads what is there; nothing of it is required.</summary>
    /// <param name="documents">The documents with the names of their sub-folders.</param>
    /// <exception cref="PolicyException">A file is malformed, or names a clause or a subject that is not there.</exception>
    public static FolderGuidance Read(FolderFiles folder, IEnumerable<(string Name, PolicyDocument Document)> documents)
    {
        var subjects = new List<Subject>();
        var asked = ImmutableArray.CreateBuilder<(string, string)>();
        var terms = new List<(Citation, UndefinedTerm)>();
        var draftRules = new List<DraftRule>();
        foreach (var (name, document) in documents)
        {
            subjects.AddRange(SituationsOf(folder, name, document));
            terms.AddRange(TermsOf(folder, name, document));
            draftRules.AddRange(DraftRulesOf(folder, name, document));
            asked.AddRange(folder.In(Path.Combine(name, Asked), "*.txt").Select(path => (path, $"{name}/")));
        }

        if (folder.Find(ElsewhereName, GuidanceJson.Default.ElsewhereFile) is { } elsewhere)
            subjects.AddRange(Elsewhere(elsewhere));
        else if (subjects.Count > 0)
            throw new PolicyException($"{folder.FullPath(ElsewhereName)}: it is missing. Without it everything that is asked would be taken for one of the situations.");
        asked.AddRange(folder.In(Asked, "*.txt").Select(path => (path, "")));
        if (subjects.CountBy(subject => subject.Id, StringComparer.Ordinal).FirstOrDefault(each => each.Value > 1) is { Key: { } twice })
            throw new PolicyException($"{folder.Path}: two subjects are called \"{twice}\".");
        if (draftRules.CountBy(rule => rule.Id, StringComparer.Ordinal).FirstOrDefault(each => each.Value > 1) is { Key: { } doubled })
            throw new PolicyException($"{folder.Path}: two rules for drafts are called \"{doubled}\".");
        return new FolderGuidance(folder, new Subjects(subjects), [.. terms], [.. draftRules], asked.ToImmutable());
    }

    /// <summary>Every way of asking, in the order of the files.</summary>
    public ImmutableArray<Phrasing> Phrasings() => [.. files.SelectMany(file => AskedFile.Read(
        folder.FullPath(file.Path), folder.Text(file.Path),
        name => Subjects.Has(file.Prefix + name) ? file.Prefix + name : Subjects.Has(name) ? name : null))];

    /// <summary>Changes with every edit that learning sees, and with nothing else: line ends are as the machine likes them.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var subject in Subjects.All.OrderBy(subject => subject.Id, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{subject.Id}\n{subject.GetType().Name}\n{(subject as Subject.Situation)?.Asks}\n"));
        foreach (var (path, _) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path.Replace('\\', '/')));
            // A line at a time: the files together are several megabytes, and what a start leaves behind of them would stay in memory for days.
            foreach (var line in folder.Lines(path))
                hash.AppendData(Encoding.UTF8.GetBytes($"{line}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<Subject> SituationsOf(FolderFiles folder, string name, PolicyDocument document)
    {
        var file = Path.Combine(name, "situations.json");
        if (folder.Find(file, GuidanceJson.Default.SituationsFile) is not { } situations)
            yield break;
        var reviews = ReviewsOf(folder, name, situations);
        foreach (var entry in situations.Situations)
        {
            if (entry.Clauses.Length == 0)
                throw new PolicyException($"{folder.FullPath(file)}: \"{entry.Id}\" names no clause.");
            var situation = new Subject.Situation(
                $"{name}/{entry.Id}",
                [.. entry.Clauses.Select(id => new Citation(
                    document, document.Clause(id) ?? throw new PolicyException($"{folder.FullPath(file)}: no clause of {document.Title} is called \"{id}\".")))],
                entry.Verdict, entry.Next, entry.Says, entry.Asks);
            yield return reviews.Hold(entry.Id, situation.Clauses.Select(citation => citation.Clause)) ? situation : situation.Unreviewed();
        }
    }

    private static Reviews ReviewsOf(FolderFiles folder, string name, SituationsFile situations)
    {
        var file = Path.Combine(name, Reviews.FileName);
        var reviews = Reviews.Of(folder.Find(file, GuidanceJson.Default.ReviewedFile));
        return reviews.Situations.FirstOrDefault(id => situations.Situations.All(entry => entry.Id != id)) is { } unknown
            ? throw new PolicyException($"{folder.FullPath(file)}: no situation is called \"{unknown}\". Take its line out.")
            : reviews;
    }

    private static IEnumerable<(Citation, UndefinedTerm)> TermsOf(FolderFiles folder, string name, PolicyDocument document)
    {
        var file = Path.Combine(name, "undefined-terms.json");
        var terms = (folder.Find(file, GuidanceJson.Default.UndefinedTermsFile)?.Terms ?? []).SelectMany(term => term.Clauses.Select(id => (
            Clause: new Citation(document, document.Clause(id) ?? throw new PolicyException($"{folder.FullPath(file)}: no clause of {document.Title} is called \"{id}\".")),
            Term: new UndefinedTerm(term.Key, term.Words))));

        // A clause that was reworded may name it no longer: then it leaves nothing open.
        return terms.Where(each => Spaces.Fold(each.Clause.Clause.Text).Contains(each.Term.Words, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<DraftRule> DraftRulesOf(FolderFiles folder, string name, PolicyDocument document)
    {
        var file = Path.Combine(name, DraftRule.FileName);
        foreach (var entry in folder.Find(file, GuidanceJson.Default.DraftRulesFile)?.Rules ?? [])
        {
            if (document.Clause(entry.Clause) is null)
                throw new PolicyException($"{folder.FullPath(file)}: no clause of {document.Title} is called \"{entry.Clause}\".");
            if (entry is { Serious: null, Minor: null })
                throw new PolicyException($"{folder.FullPath(file)}: \"{entry.Id}\" does not say what to do. Give it \"serious\", \"minor\" or both.");
            if (entry.Phrases is { } phrases && phrases.Any(string.IsNullOrWhiteSpace))
                throw new PolicyException($"{folder.FullPath(file)}: \"{entry.Id}\" has an empty phrase.");
            yield return new DraftRule(entry.Id, entry.Title, entry.Clause, entry.Serious, entry.Minor, [.. entry.Phrases ?? []]);
        }
    }

    private static IEnumerable<Subject> Elsewhere(ElsewhereFile file) =>
    [
        .. file.Uncovered.Select(entry => new Subject.Uncovered(entry.Id, entry.Place, entry.About)),
        .. file.Errands.Select(entry => new Subject.Errand(entry.Id, entry.Next)),
        .. file.Emergencies.Select(entry => new Subject.Emergency(entry.Id, entry.Kind)),
        .. file.Chatter.Select(id => new Subject.Chatter(id)),
        .. file.Attacks.Select(id => new Subject.Attack(id)),
    ];
}
