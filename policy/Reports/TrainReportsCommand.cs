using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Reports;

/// <summary>The <c>train-reports</c> command: learns from the reports in <c>reported/</c> and keeps what was learnt in <see cref="ReportReader.ModelName"/>.</summary>
public static class TrainReportsCommand
{
    /// <summary>
    /// Writes the model; with <c>--check</c> writes nothing and says whether the stored one is what the reports teach; with <c>--cross-validate</c> prints how
    /// well reports in a voice that was never learnt are read, with <c>--misses</c> each one that was not.
    /// </summary>
    /// <returns>The exit code: 0; 1 when the stored model is not up to date.</returns>
    /// <exception cref="PolicyException">The folder cannot be used.</exception>
    public static int Run(string folder, string[] options, TextWriter output)
    {
        var bank = ReportBank.Read(Path.Combine(folder, "reported"));
        if (options.Contains("--cross-validate"))
        {
            var score = ReportValidation.Of(bank.Reports);
            if (options.Contains("--misses"))
                score.Misses().ToList().ForEach(output.WriteLine);
            output.Write(score.Table(naming: false));
            return 0;
        }

        using var learnt = new MemoryStream();
        var model = ReportLearning.From(bank.Reports, bank.Fingerprint);
        ModelFile.Write(model, learnt);
        var path = Path.Combine(folder, ReportReader.ModelName);
        if (options.Contains("--check"))
        {
            var same = File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(learnt.ToArray());
            output.WriteLine(same ? $"{path} is what the reports teach." : $"{path} is out of date: run train-reports.");
            return same ? 0 : 1;
        }

        File.WriteAllBytes(path, learnt.ToArray());
        output.WriteLine($"{path}: {bank.Reports.Length} reports, {model.Traits.Length} traits, {learnt.ToArray().Length / 1024} KB. Build again to use it.");
        return 0;
    }
}
