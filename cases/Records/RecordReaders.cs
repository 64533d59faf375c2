using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Records;

/// <summary>Who may be expected to read the open lists: everybody who acts for the Trust or one of its academies.</summary>
public static class RecordReaders
{
    /// <summary>True when one of these people is among them: what is about them must not stand there.</summary>
    public static bool AreAbout(ImmutableArray<PersonRef> about, Trust trust) =>
        !about.IsEmpty && trust.RoleHolders().Intersect(about.Select(person => person.Id), StringComparer.OrdinalIgnoreCase).Any();
}
