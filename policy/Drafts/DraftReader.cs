using System.Collections.Immutable;
using PolicyBot.Policy.Drafts.Rules;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Drafts;

/// <summary>What a draft and its sentences were learnt to raise. A rule and its serious form are two subjects: <c>tone</c> and <c>tone!</c>.</summary>
internal sealed class DraftReader
{
    /// <summary>The embedded file that keeps what was learnt.</summary>
    public const string ModelName = "drafts.model";

    private const char SeriousMark = '!';

    // Chosen by cross-validation (train-drafts --cross-validate). Where one thing is found, a person looks anyway, and fainter things are worth telling them.
    private const float Enough = 0.3f;
    private const float EnoughBesides = 0.1f;
    private const float MoreSeriousThanNot = 0.5f;

    private readonly Recogniser sentences;
    private readonly Recogniser whole;
    private readonly ImmutableArray<(string Rule, int Any, int Serious)> rules;

    public DraftReader(LearntDrafts learnt)
    {
        sentences = new Recogniser(learnt.Sentences);
        whole = new Recogniser(learnt.Whole);
        rules =
        [
            .. learnt.Sentences.Subjects.Index().Where(each => !each.Item.EndsWith(SeriousMark))
                .Select(each => (each.Item, each.Index, learnt.Sentences.Subjects.IndexOf(each.Item + SeriousMark))),
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
        var around = new float[whole.Subjects.Length];
        whole.MeasureApart(DraftLesson.Words(draft), DraftLesson.Told(draft), around);
        var shares = passages.Select(passage => SharesOf(passage, draft, around)).ToArray();

        var found = new List<(Raised, float)>();
        foreach (var (rule, any, serious) in rules.Where(each => passages.Length > 0 && DraftRules.MayBeRead(each.Rule, draft)))
        {
            var most = Enumerable.Range(0, passages.Length).MaxBy(at => shares[at][any]);
            var severity = serious >= 0 && shares[most][serious] >= shares[most][any] * MoreSeriousThanNot ? Severity.Serious : Severity.Minor;
            found.Add((new Raised(rule, severity, passages[most].Words), shares[most][any]));
        }

        return found;
    }

    // As sure as the sentence and the draft that it stands in are together: the mean of their log odds.
    private float[] SharesOf(Passage passage, Draft draft, float[] around)
    {
        var own = new float[sentences.Subjects.Length];
        sentences.MeasureApart(passage.Words, DraftLesson.Told(passage, draft), own);
        for (var at = 0; at < own.Length; at++)
            if (whole.Subjects.IndexOf(sentences.Subjects[at]) is >= 0 and var same)
                own[at] = Together(own[at], around[same]);
        return own;
    }

    private static float Together(float one, float other)
    {
        var (yes, no) = (Math.Sqrt((double)one * other), Math.Sqrt((1d - one) * (1d - other)));
        return yes + no > 0 ? (float)(yes / (yes + no)) : one;
    }

    private static DraftReader Load()
    {
        using var stream = typeof(DraftReader).Assembly.GetManifestResourceStream(ModelName);
        return stream is not null && LearntDrafts.Read(stream) is { } learnt
            ? new DraftReader(learnt)
            : throw new PolicyException($"{ModelName} cannot be read: run train-drafts and build again.");
    }
}
