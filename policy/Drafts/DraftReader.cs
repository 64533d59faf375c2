using System.Collections.Immutable;
using PolicyBot.Policy.Drafts.Rules;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Drafts;

/// <summary>What a draft's sentences were learnt to raise. A rule and its serious form are two subjects: <c>tone</c> and <c>tone!</c>.</summary>
internal sealed class DraftReader
{
    /// <summary>The embedded file that keeps what was learnt.</summary>
    public const string ModelName = "drafts.model";

    private const char SeriousMark = '!';

    // Chosen by cross-validation (train-drafts --cross-validate). Where one thing is found, a person looks anyway, and fainter things are worth telling them.
    private const float Enough = 0.35f;
    private const float EnoughBesides = 0.12f;
    private const float MoreSeriousThanNot = 0.5f;

    private readonly Recogniser recogniser;
    private readonly ImmutableArray<(string Rule, int Any, int Serious)> rules;

    public DraftReader(ModelData model)
    {
        recogniser = new Recogniser(model);
        rules =
        [
            .. model.Subjects.Index().Where(each => !each.Item.EndsWith(SeriousMark))
                .Select(each => (each.Item, each.Index, model.Subjects.IndexOf(each.Item + SeriousMark))),
        ];
    }

    /// <summary>The reader that is shipped, loaded when a draft is first checked.</summary>
    public static Lazy<DraftReader> Shipped { get; } = new(Load);

    public static string SeriousOf(string rule) => rule + SeriousMark;

    /// <summary>What the draft raises, with the sentence that raises it most.</summary>
    public IEnumerable<Raised> Read(Draft draft)
    {
        var found = Strongest(draft);
        var enough = found.Any(each => each.Share >= Enough) ? EnoughBesides : Enough;
        return [.. found.Where(each => each.Share >= enough).OrderByDescending(each => each.Share).Select(each => each.Raised)];
    }

    private List<(Raised Raised, float Share)> Strongest(Draft draft)
    {
        var passages = Passage.Of(draft).ToArray();
        var shares = new float[passages.Length][];
        for (var at = 0; at < passages.Length; at++)
        {
            shares[at] = new float[recogniser.Subjects.Length];
            recogniser.MeasureApart(passages[at].Words, DraftLesson.Told(passages[at], draft), shares[at]);
        }

        var found = new List<(Raised, float)>();
        foreach (var (rule, any, serious) in rules.Where(each => passages.Length > 0 && DraftRules.MayBeRead(each.Rule, draft)))
        {
            var most = Enumerable.Range(0, passages.Length).MaxBy(at => shares[at][any]);
            var severity = serious >= 0 && shares[most][serious] >= shares[most][any] * MoreSeriousThanNot ? Severity.Serious : Severity.Minor;
            found.Add((new Raised(rule, severity, passages[most].Words), shares[most][any]));
        }

        return found;
    }

    private static DraftReader Load()
    {
        using var stream = typeof(DraftReader).Assembly.GetManifestResourceStream(ModelName);
        return stream is not null && ModelFile.Read(stream) is { } model
            ? new DraftReader(model)
            : throw new PolicyException($"{ModelName} cannot be read: run train-drafts and build again.");
    }
}
