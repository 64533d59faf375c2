using System.Collections.Immutable;
using PolicyBot.Policy.Recognition;

namespace PolicyBot.Policy.Drafts;

/// <summary>From drafts in which everything has been found to what is learnt from them. A sentence beside the words that raise a rule is harmless; the draft as a whole is not.</summary>
internal static class DraftLearning
{
    public static LearntDrafts From(IEnumerable<WrittenDraft> drafts, string fingerprint)
    {
        var lines = drafts.Select(draft => draft.Line).ToArray();
        return new LearntDrafts(Learning.Apart([.. lines.SelectMany(Lessons)], fingerprint), Learning.Apart([.. lines.Select(Whole)], fingerprint));
    }

    private static Lesson Whole(DraftLine line) => new(
        DraftLesson.Words(line.Draft), DraftLesson.Told(line.Draft), [.. line.Rules.SelectMany(rule => Subjects(line, rule))]);

    private static IEnumerable<string> Subjects(DraftLine line, string rule) => (line.Serious ?? []).Contains(rule) ? [rule, DraftReader.SeriousOf(rule)] : [rule];

    private static IEnumerable<Lesson> Lessons(DraftLine line)
    {
        var draft = line.Draft;
        foreach (var passage in Passage.Of(draft))
        {
            var raised = line.Rules.Where(rule => Overlap(passage.Words, line.Words![rule]));
            yield return new Lesson(
                passage.Words, DraftLesson.Told(passage, draft),
                [.. raised.SelectMany(rule => Subjects(line, rule))]);
        }
    }

    // The words may be a part of the sentence, or go on beyond it.
    private static bool Overlap(string passage, string words)
    {
        var (one, other) = (Spaces.Fold(passage), Spaces.Fold(words));
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);
    }
}
