using System.Collections.Immutable;
using PolicyBot.Policy.Guidance;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy;

/// <summary>The policies of a folder and the guidance beside them, read once.</summary>
public sealed class PolicyLibrary
{
    /// <summary>The file, at the top of the folder, that keeps what was learnt from the phrasings.</summary>
    public const string ModelName = "answers.model";

    private PolicyLibrary(ImmutableArray<PolicyDocument> documents, FolderGuidance guidance, ModelData learnt)
    {
        Documents = documents;
        Guidance = guidance;
        Recogniser = new Recogniser(learnt);
    }

    public ImmutableArray<PolicyDocument> Documents { get; }

    internal FolderGuidance Guidance { get; }

    internal Recogniser Recogniser { get; }

    /// <summary>How many short answers were written for other words than their clauses have now: nobody reads them until they are reviewed.</summary>
    public int WaitingAnswers => Guidance.Subjects.Situations.Count(situation => situation.Waiting is not null);

    /// <summary>The section in which a clause of a document is read; null when either is not known (any more).</summary>
    public (PolicyDocument Document, Section Section)? FindSection(string title, string clauseId) =>
        Documents.FirstOrDefault(document => document.Title == title) is { } found && found.Clause(clauseId) is { } clause
            ? (found, found.SectionOf(clause))
            : null;

    /// <summary>The question in a few words that stands for a situation, named as in <see cref="Answer.Found.Situation"/>; null when it is not known (any more).</summary>
    public string? QuestionOf(string situation) =>
        Guidance.Subjects.Has(situation) && Guidance.Subjects[situation] is Subject.Situation { Asks: var asks } ? asks : null;

    /// <summary>What a subject outside the policies is about, named as in <see cref="Answer.NotCovered.Subject"/>; null when it is not known (any more).</summary>
    public string? TopicOf(string subject) =>
        Guidance.Subjects.Has(subject) && Guidance.Subjects[subject] is Subject.Uncovered { About: var about } ? about : null;

    /// <summary>
    /// Reads every policy below <paramref name="folder"/> (one sub-folder each, by name) and the guidance beside it. What the phrasings teach is read from
    /// <see cref="ModelName"/>; when that is missing or a phrasing was edited since, it is learnt again, which takes some two minutes.
    /// </summary>
    /// <exception cref="PolicyException">A file is missing, malformed, or quotes what the policy's own text does not say.</exception>
    public static PolicyLibrary Load(string folder)
    {
        var (files, documents, guidance) = Read(folder);
        return new PolicyLibrary(documents, guidance, Stored(files, guidance) ?? Lessons.Learn(guidance));
    }

    /// <summary>The guidance alone: nothing has to be learnt for that.</summary>
    internal static FolderGuidance GuidanceOf(string folder) => Read(folder).Guidance;

    private static (FolderFiles Files, ImmutableArray<PolicyDocument> Documents, FolderGuidance Guidance) Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new PolicyException($"{folder}: this policy folder does not exist.");
        var files = new FolderFiles(folder);
        var documents = files.Folders().Where(name => name != "asked").Select(name => (Name: name, Document: Document(files, name))).ToList();

        // Cards name a document by its title: a second one would be read in its place.
        if (documents.CountBy(each => each.Document.Title, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Value > 1) is { Key: { } twice })
            throw new PolicyException($"{folder}: two policies are called \"{twice}\". Give one of them another title.");
        if (documents.Count == 0)
            throw new PolicyException($"{folder}: no policy is in this folder; each needs a sub-folder with policy.json and policy.txt.");

        return (files, [.. documents.Select(each => each.Document)], FolderGuidance.Read(files, documents));
    }

    /// <summary>The same folder, with something else learnt from it.</summary>
    internal PolicyLibrary With(ModelData learnt) => new(Documents, Guidance, learnt);

    private static PolicyDocument Document(FolderFiles files, string name)
    {
        var file = Path.Combine(name, "policy.json");
        return Assemble.Document(files.FullPath(file), files.Read(file, FileJson.Default.PolicyFile), files.Text(Path.Combine(name, "policy.txt")));
    }

    private static ModelData? Stored(FolderFiles files, FolderGuidance guidance)
    {
        if (!files.Has(ModelName))
            return null;
        using var stream = files.Open(ModelName);
        return ModelFile.Read(stream) is { } model && model.Guidance == guidance.Fingerprint() && model.Subjects.All(guidance.Subjects.Has) ? model : null;
    }
}
