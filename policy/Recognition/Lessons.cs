using System.Collections.Immutable;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Policy.Recognition;

/// <summary>From the guidance of a folder to what is learnt from it.</summary>
internal static class Lessons
{
    public static ModelData Learn(FolderGuidance guidance) =>
        Learning.From(Of(guidance.Subjects, guidance.Phrasings()), KindOf(guidance.Subjects), guidance.Fingerprint());

    /// <summary>As an estimate needs it: as the shipped model learns, in one order of the lessons instead of several.</summary>
    public static ModelData LearnQuickly(Subjects subjects, IEnumerable<Phrasing> phrasings) =>
        Learning.From(Of(subjects, phrasings), KindOf(subjects), "", orders: 1);

    private static Func<string, string> KindOf(Subjects subjects) => id => subjects[id].GetType().Name;

    private static ImmutableArray<Lesson> Of(Subjects subjects, IEnumerable<Phrasing> phrasings) =>
        WithUnrelatedTalk([.. phrasings.Select(phrasing => new Lesson(phrasing.Question, phrasing.Earlier, phrasing.Subjects)), .. Named(subjects)]);

    // The question on a situation's own button is a way of asking about it, and the surest.
    private static IEnumerable<Lesson> Named(Subjects subjects) =>
        subjects.Situations.Select(situation => new Lesson(situation.Asks, "", [situation.Id]));

    // In a chat something was always asked before, mostly about something else. Every third example is told that, so that it learns not to mind.
    private static ImmutableArray<Lesson> WithUnrelatedTalk(ImmutableArray<Lesson> lessons)
    {
        var alone = lessons.Where(lesson => lesson.Earlier.Length == 0).ToArray();
        var random = new Random(1);
        return [.. lessons, .. alone.Where((_, number) => number % 3 == 0).Select(lesson => lesson with { Earlier = alone[random.Next(alone.Length)].Question })];
    }
}
