using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Policy.Guidance;

/// <summary>
/// What stands beside the policies of a folder: each document's situations and the ways of asking about them, and what people ask that is in no
/// document. A document without guidance is found by its own words only.
/// </summary>
internal sealed class FolderGuidance
{
    private const string Asked = "asked";
    private readonly ImmutableArray<(string Path, string Prefix)> files;
    private readonly FolderFiles folder;

    private FolderGuidance(FolderFiles folder, Subjects subjects, ImmutableArray<(string Path, string Prefix)> files)
    {
        (this.folder, Subjects, this.files) = (folder, subjects, files);
    }

    public Subjects Subjects { get; }

    /// <summary>Reads what is there; nothing of it is required.</summary>
    /// <param name="documents">The documents with the names of their sub-folders.</param>
    /// <exception cref="PolicyException">A file is malformed, or names a clause or a subject that is not there.</exception>
    public static FolderGuidance Read(FolderFiles folder, IEnumerable<(string Name, PolicyDocument Document)> documents)
    {
        var subjects = new List<Subject>();
        var asked = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (name, document) in documents)
        {
            subjects.AddRange(SituationsOf(folder, name, document));
            asked.AddRange(folder.In(Path.Combine(name, Asked), "*.txt").Select(path => (path, $"{name}/")));
        }

        if (folder.Find("elsewhere.json", GuidanceJson.Default.ElsewhereFile) is { } elsewhere)
            subjects.AddRange(Elsewhere(elsewhere));
        asked.AddRange(folder.In(Asked, "*.txt").Select(path => (path, "")));
        if (subjects.CountBy(subject => subject.Id, StringComparer.Ordinal).FirstOrDefault(each => each.Value > 1) is { Key: { } twice })
            throw new PolicyException($"{folder.Path}: two subjects are called \"{twice}\".");
        return new FolderGuidance(folder, new Subjects(subjects), asked.ToImmutable());
    }

    /// <summary>Every way of asking, in the order of the files.</summary>
    public ImmutableArray<Phrasing> Phrasings() => [.. files.SelectMany(file => AskedFile.Read(
        folder.FullPath(file.Path), folder.Text(file.Path),
        name => Subjects.Has(file.Prefix + name) ? file.Prefix + name : Subjects.Has(name) ? name : null))];

    /// <summary>Changes with every edit to a phrasing, and with nothing else: line ends are as the machine likes them.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, _) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path.Replace('\\', '/')));
            hash.AppendData(Encoding.UTF8.GetBytes(folder.Text(path).ReplaceLineEndings("\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<Subject> SituationsOf(FolderFiles folder, string name, PolicyDocument document)
    {
        var file = Path.Combine(name, "situations.json");
        if (folder.Find(file, GuidanceJson.Default.SituationsFile) is not { } situations)
            yield break;
        var terms = folder.Find(Path.Combine(name, "undefined-terms.json"), GuidanceJson.Default.UndefinedTermsFile)?.Terms ?? [];
        foreach (var entry in situations.Situations)
        {
            if (entry.Clauses.Length == 0)
                throw new PolicyException($"{folder.FullPath(file)}: \"{entry.Id}\" names no clause.");
            yield return new Subject.Situation(
                $"{name}/{entry.Id}",
                [.. entry.Clauses.Select(id => new Citation(
                    document, document.Clause(id) ?? throw new PolicyException($"{folder.FullPath(file)}: no clause of {document.Title} is called \"{id}\".")))],
                entry.Verdict, entry.Next, entry.Says, entry.Asks,
                [.. terms.Where(term => term.Clauses.Contains(entry.Clauses[0])).Select(term => new UndefinedTerm(term.Key, term.Words))]);
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
