using System.Collections.Immutable;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Drafts;

/// <summary>From drafts in which everything has been found to what is learnt from them, a sentence at a time: those beside the words that raise a rule are harmless.</summary>
internal static class DraftLearning
{
    public static ModelData From(IEnumerable<WrittenDraft> drafts, string fingerprint) =>
        Learning.Apart([.. drafts.SelectMany(draft => Lessons(draft.Line))], fingerprint);

    private static IEnumerable<Lesson> Lessons(DraftLine line)
    {
        var draft = line.Draft;
        foreach (var passage in Passage.Of(draft))
        {
            var raised = line.Rules.Where(rule => Overlap(passage.Words, line.Words![rule]));
            yield return new Lesson(
                passage.Words, DraftLesson.Told(passage, draft),
                [.. raised.SelectMany<string, string>(rule => (line.Serious ?? []).Contains(rule) ? [rule, DraftReader.SeriousOf(rule)] : [rule])]);
        }
    }

    // The words may be a part of the sentence, or go on beyond it.
    private static bool Overlap(string passage, string words)
    {
        var (one, other) = (Spaces.Fold(passage), Spaces.Fold(words));
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);
    }
}
