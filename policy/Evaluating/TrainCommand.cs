using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Evaluating;

/// <summary>The <c>train</c> command: learns from the phrasings of a policy folder and keeps what was learnt in <see cref="PolicyLibrary.ModelName"/>.</summary>
public static class TrainCommand
{
    /// <summary>
    /// Writes the model; with <c>--check</c> writes nothing and says whether the stored one is what the phrasings teach; with <c>--cross-validate</c> prints how
    /// well questions in a way of asking that was never learnt are answered, with <c>--misses</c> each one that was not.
    /// </summary>
    /// <returns>The exit code: 0; 1 when the stored model is not up to date.</returns>
    /// <exception cref="PolicyException">The folder cannot be used.</exception>
    public static int Run(string folder, string[] options, TextWriter output)
    {
        if (options.Contains("--cross-validate"))
        {
            var validation = CrossValidation.Of(PolicyLibrary.Load(folder));
            if (options.Contains("--misses"))
                validation.Misses.ToList().ForEach(output.WriteLine);
            output.Write(validation.Table());
            return 0;
        }

        var model = Lessons.Learn(PolicyLibrary.GuidanceOf(folder));
        using var learnt = new MemoryStream();
        ModelFile.Write(model, learnt);
        var path = Path.Combine(folder, PolicyLibrary.ModelName);
        if (options.Contains("--check"))
        {
            var same = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(learnt.ToArray());
            output.WriteLine(same ? $"{path} is what the phrasings teach." : $"{path} is out of date: run train.");
            return same ? 0 : 1;
        }

        File.WriteAllBytes(path, learnt.ToArray());
        output.WriteLine($"{path}: {model.Subjects.Length} subjects, {model.Traits.Length} traits, {model.Weights.Length} weights, {learnt.ToArray().Length / 1024} KB.");
        return 0;
    }
}
