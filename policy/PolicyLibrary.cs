using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PolicyBot.Policy;

/// <summary>The policies of a folder, read once at the start. This is the only place in the project that touches files.</summary>
public sealed class PolicyLibrary
{
    private PolicyLibrary(ImmutableArray<PolicyDocument> documents, Guidance guidance)
    {
        Documents = documents;
        Guidance = guidance;
    }

    public ImmutableArray<PolicyDocument> Documents { get; }

    internal Guidance Guidance { get; }

    /// <summary>The section in which a clause of a document is read; null when either is not known (any more).</summary>
    public (PolicyDocument Document, Section Section)? FindSection(string title, string clauseId) =>
        Documents.FirstOrDefault(document => document.Title == title) is { } found && found.Clause(clauseId) is { } clause
            ? (found, found.SectionOf(clause))
            : null;

    /// <summary>
    /// Reads every policy below <paramref name="folder"/> (one sub-folder each, by name) and the words that staff use.
    /// </summary>
    /// <exception cref="PolicyException">A file is missing, malformed, or quotes what the policy's own text does not say.</exception>
    public static PolicyLibrary Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new PolicyException($"{folder}: this policy folder does not exist.");

        var documents = ImmutableArray.CreateBuilder<PolicyDocument>();
        var phrasings = ImmutableArray.CreateBuilder<Phrasing>();
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(path, "policy.json");
            var document = Assemble.Document(file, Read(file, FileJson.Default.PolicyFile), ReadText(Path.Combine(path, "policy.txt")));
            documents.Add(document);

            var guidance = Path.Combine(path, "guidance.json");
            phrasings.AddRange(Assemble.ClausePhrasings(guidance, document, Read(guidance, FileJson.Default.GuidanceFile)));
        }

        if (documents.Count == 0)
            throw new PolicyException($"{folder}: no policy is in this folder; each needs a sub-folder with policy.json, policy.txt and guidance.json.");

        phrasings.AddRange(Assemble.OtherPhrasings(
            Read(Path.Combine(folder, "not-covered.json"), FileJson.Default.NotCoveredFile),
            Read(Path.Combine(folder, "requests.json"), FileJson.Default.RequestsFile),
            Read(Path.Combine(folder, "off-topic.json"), FileJson.Default.OffTopicFile)));
        var sameWords = Read(Path.Combine(folder, "same-words.json"), FileJson.Default.DictionaryStringStringArray)
            .SelectMany(pair => pair.Value.Select(word => KeyValuePair.Create(word, pair.Key)));
        return new PolicyLibrary(documents.ToImmutable(), new Guidance(phrasings.ToImmutable(), [.. sameWords]));
    }

    private static T Read<T>(string path, JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(ReadText(path), shape) ?? throw new PolicyException($"{path}: the file says null.");
        }
        catch (JsonException fault)
        {
            throw new PolicyException($"{path}: {fault.Message}", fault);
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException($"{path}: cannot be read ({fault.Message})", fault);
        }
    }
}
