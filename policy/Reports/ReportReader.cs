using System.Collections.Immutable;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Reports;

/// <summary>
/// Proposes which way a report should go, from its words. A proposal, and no more: the reporter is asked, and whatever they answer, the safer recipients
/// get theirs. Pure, and safe for many at a time.
/// </summary>
public sealed class ReportReader : IReportReader
{
    /// <summary>The embedded file that keeps what was learnt. In the assembly, not in a folder: nobody may exchange it for one that sees no danger.</summary>
    internal const string ModelName = "reports.model";

    // Chosen by cross-validation (train-reports --cross-validate): a missed child is worse than a question too many.
    private const float EnoughForSafeguarding = 0.25f;
    private const float Certain = 0.7f;

    private readonly Lazy<Learnt> learnt;

    private ReportReader(Lazy<Learnt> learnt) => this.learnt = learnt;

    internal ReportReader(ModelData model)
        : this(new Lazy<Learnt>(Learnt.Of(model)))
    {
    }

    /// <summary>The reader that is shipped. What was learnt is read with the first report.</summary>
    public static ReportReader Load() => new(new Lazy<Learnt>(Shipped));

    private static Learnt Shipped()
    {
        using var stream = typeof(ReportReader).Assembly.GetManifestResourceStream(ModelName);
        return stream is not null && ModelFile.Read(stream) is { } model
            ? Learnt.Of(model)
            : throw new PolicyException($"{ModelName} cannot be read: run train-reports and build again.");
    }

    /// <summary>Which way the report points.</summary>
    public ReportReading Read(ReportWords words)
    {
        if (words.DangerNow)
            return new ReportReading(ReportRoute.Danger, Sure: true);
        var (recogniser, routes) = learnt.Value;
        Span<float> probabilities = stackalloc float[routes.Length];
        var senses = ReportSenses.In(words.Text);
        recogniser.Measure(words.Text, ReportSenses.Told(senses), probabilities);
        var safeguarding = 0f;
        for (var at = 0; at < routes.Length; at++)
            safeguarding += routes[at].IsSafeguarding() ? probabilities[at] : 0;

        var guarded = safeguarding >= EnoughForSafeguarding || ReportAlarms.AreIn(words.Text, senses);
        var (best, most) = (ReportRoute.Other, -1f);
        for (var at = 0; at < routes.Length; at++)
        {
            if (routes[at].IsSafeguarding() == guarded && probabilities[at] * ReportAbout.Weight(words.About, routes[at], senses) is var share && share > most)
                (best, most) = (routes[at], share);
        }

        return new ReportReading(best, most >= Certain);
    }

    private sealed record Learnt(Recogniser Recogniser, ImmutableArray<ReportRoute> Routes)
    {
        public static Learnt Of(ModelData model) => new(
            new Recogniser(model),
            [.. model.Subjects.Select(name => ReportRoutes.Named(name) ?? throw new PolicyException($"{ModelName}: no route is called \"{name}\"."))]);
    }
}
