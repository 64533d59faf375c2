using System.Collections.Immutable;

namespace PolicyBot.Policy.Guidance;

/// <summary>The <c>review</c> command: which short answers wait until somebody has read them beside the policy as it is now, and that somebody has.</summary>
public static class ReviewCommand
{
    /// <summary>What confirms every short answer that waits.</summary>
    public const string All = "all";

    /// <summary>Lists what waits, or confirms it.</summary>
    /// <param name="confirmed">The situations whose short answers somebody has read, or <see cref="All"/>; empty to list.</param>
    /// <returns>The exit code: 0; 1 when one of them is no situation, and then nothing is confirmed.</returns>
    /// <exception cref="PolicyException">The folder cannot be used.</exception>
    public static int Run(string folder, ImmutableArray<string> confirmed, TextWriter output)
    {
        var situations = PolicyLibrary.GuidanceOf(folder).Subjects.Situations;
        var waiting = situations.Where(situation => situation.Waiting is not null).ToImmutableArray();
        if (confirmed.FirstOrDefault(id => id != All && situations.All(situation => situation.Id != id)) is { } unknown)
        {
            output.WriteLine($"No situation is called \"{unknown}\". Nothing was confirmed.");
            return 1;
        }
        if (confirmed.IsEmpty)
        {
            List(waiting, output);
            return 0;
        }
        var read = waiting.Select(situation => situation.Id).Where(id => confirmed.Any(name => name == All || name == id)).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var document in situations.GroupBy(situation => situation.Id[..situation.Id.IndexOf('/', StringComparison.Ordinal)], StringComparer.Ordinal))
            Confirm(new FolderFiles(folder), document.Key, document, read);
        output.WriteLine($"{Counted(read.Count)} confirmed. {(waiting.Length == read.Count ? "None waits." : $"{waiting.Length - read.Count} still to read.")}");
        return 0;
    }

    private static void List(ImmutableArray<Subject.Situation> waiting, TextWriter output)
    {
        output.WriteLine(waiting.IsEmpty
            ? "No short answer waits: each was reviewed for the words that its clauses have now."
            : $"{Counted(waiting.Length)} to read again beside the policy as it is now. Until then staff get the clauses without a short answer.");
        foreach (var situation in waiting)
        {
            output.WriteLine();
            output.WriteLine($"{situation.Id}: {situation.Asks}");
            output.WriteLine($"  Short answer: {situation.Waiting}");
            foreach (var citation in situation.Clauses)
                output.WriteLine($"  {citation.Clause.Id}: “{Spaces.Fold(citation.Clause.Text)}”");
        }
        if (waiting.IsEmpty)
            return;
        output.WriteLine();
        output.WriteLine($"Mend in situations.json what is no longer true. Then run review again with --confirm and the names of what you have read, or --confirm {All}.");
    }

    private static void Confirm(FolderFiles folder, string document, IEnumerable<Subject.Situation> situations, ImmutableHashSet<string> read)
    {
        if (!situations.Any(situation => read.Contains(situation.Id)))
            return;
        var path = Path.Combine(document, Reviews.FileName);
        var text = Reviews.Of(folder.Find(path, GuidanceJson.Default.ReviewedFile)).Write(situations.Select(situation =>
            (situation.Id[(document.Length + 1)..], situation.Clauses.Select(citation => citation.Clause).ToImmutableArray(), read.Contains(situation.Id))));
        File.WriteAllText(folder.FullPath(path), text);
    }

    private static string Counted(int count) => count == 1 ? "1 short answer" : $"{count} short answers";
}
