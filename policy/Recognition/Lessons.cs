using System.Collections.Immutable;
using PolicyBot.Policy.Guidance;

namespace PolicyBot.Policy.Recognition;

/// <summary>From the guidance of a folder to what is learnt from it.</summary>
internal static class Lessons
{
    public static ModelData Learn(FolderGuidance guidance) => Learn(guidance.Subjects, guidance.Phrasings(), guidance.Fingerprint());

    public static ModelData Learn(Subjects subjects, IEnumerable<Phrasing> phrasings, string fingerprint) => Learning.From(
        [.. phrasings.Select(phrasing => new Lesson(phrasing.Question, phrasing.Earlier, phrasing.Subjects)), .. Named(subjects)],
        id => subjects[id].GetType().Name,
        fingerprint);

    // The question on a situation's own button is a way of asking about it, and the surest.
    private static IEnumerable<Lesson> Named(Subjects subjects) =>
        subjects.Situations.Select(situation => new Lesson(situation.Asks, "", [situation.Id]));
}
