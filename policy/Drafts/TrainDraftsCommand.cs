using System.Collections.Immutable;

namespace PolicyBot.Policy.Drafts;

/// <summary>The <c>train-drafts</c> command: learns from the drafts in <c>written/</c> and keeps what was learnt in <see cref="DraftReader.ModelName"/>.</summary>
public static class TrainDraftsCommand
{
    /// <summary>
    /// Writes the model; with <c>--check</c> writes nothing and says whether the stored one is what the drafts teach; with <c>--cross-validate</c> prints how well
    /// the drafts of a writer who was never learnt from are checked.
    /// </summary>
    /// <returns>The exit code: 0; 1 when the stored model is not up to date.</returns>
    /// <exception cref="PolicyException">The folder cannot be used.</exception>
    public static int Run(string folder, string[] options, PolicyLibrary library, TextWriter output)
    {
        var bank = DraftBank.Read(Path.Combine(folder, "written"));
        if (options.Contains("--cross-validate"))
        {
            output.Write(Strangers(bank, library).Table());
            return 0;
        }

        using var learnt = new MemoryStream();
        var model = DraftLearning.From(bank.Drafts, bank.Fingerprint);
        model.Write(learnt);
        var path = Path.Combine(folder, DraftReader.ModelName);
        if (options.Contains("--check"))
        {
            var same = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(learnt.ToArray());
            output.WriteLine(same ? $"{path} is what the drafts teach." : $"{path} is out of date: run train-drafts.");
            return same ? 0 : 1;
        }

        File.WriteAllBytes(path, learnt.ToArray());
        output.WriteLine($"{path}: {bank.Drafts.Length} drafts, {model.Sentences.Traits.Length} and {model.Whole.Traits.Length} traits, {learnt.ToArray().Length / 1024} KB. Build again to use it.");
        return 0;
    }

    private static DraftScore Strangers(DraftBank bank, PolicyLibrary library)
    {
        var score = new DraftScore();
        var writers = bank.Drafts.Select(draft => draft.Writer).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var (line, found) in writers.AsParallel().AsOrdered().SelectMany(writer => Read(bank, writer, library)))
            score.Count(line, found);
        return score;
    }

    private static IEnumerable<(DraftLine Line, ImmutableArray<Finding> Found)> Read(DraftBank bank, string writer, PolicyLibrary library)
    {
        var checker = new DraftChecker(library, new Lazy<DraftReader>(new DraftReader(DraftLearning.From(bank.Drafts.Where(draft => draft.Writer != writer), ""))));
        return [.. bank.Drafts.Where(draft => draft.Writer == writer).Select(draft => (draft.Line, checker.Check(draft.Line.Draft)))];
    }
}
