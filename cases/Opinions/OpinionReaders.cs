using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Opinions;

/// <summary>
/// Who may read a draft: never its author, nor anybody that it is about. Where the author names nobody it goes to the Social Media Manager, then to the academy's deputy
/// and pool, and then to those of the other academies. Whoever's own academy is closed that day is passed over: in the holidays somebody elsewhere reads it.
/// </summary>
public static class OpinionReaders
{
    /// <summary>How many read it where the Trust wants more than one.</summary>
    public const int Several = 2;

    public static bool MayRead(string personId, string authorId, WantedPost post) =>
        !Same(personId, authorId) && post.About.All(person => !Same(person.Id, personId));

    /// <summary>Everybody whom it can go to, in the order in which they are asked.</summary>
    /// <param name="day">The day in the Trust's time zone.</param>
    public static ImmutableArray<PersonRef> Rota(Trust trust, string academy, string authorId, WantedPost post, DateOnly day)
    {
        var others = trust.Academies.Where(each => each.Key != academy).Select(each => each.Key);
        var may = ((IEnumerable<string>)[.. trust.SocialMediaManager.People, .. Own(trust, academy), .. others.SelectMany(key => Own(trust, key))])
            .Distinct(StringComparer.OrdinalIgnoreCase).Where(id => MayRead(id, authorId, post)).ToImmutableArray();
        var there = may.Where(id => trust.FindAcademy(trust.FindPerson(id)?.Academy)?.IsClosed(day) is not true).ToImmutableArray();
        // Where everybody is away, somebody who is away is better than nobody.
        return [.. (there.IsEmpty ? may : there).Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id, "a colleague"))];
    }

    /// <summary>Somebody whom an author or a reader names: of the staff, and not barred.</summary>
    public static PersonRef? Chosen(string personId, Trust trust, string authorId, WantedPost post) =>
        MayRead(personId, authorId, post) && trust.FindPerson(personId) is { } person
        && (trust.Staff is not { } staff || staff.People.Concat(trust.RoleHolders()).Contains(personId, StringComparer.OrdinalIgnoreCase))
            ? person.Ref
            : null;

    /// <summary>Those whom it goes to first: one, or as many as the Trust wants.</summary>
    public static ImmutableArray<PersonRef> First(Trust trust, string academy, string authorId, WantedPost post, DateOnly day) =>
        [.. Rota(trust, academy, authorId, post, day).Take(trust.Opinions.Readers is ReadersWanted.One ? 1 : Several)];

    /// <summary>Where each must agree nobody is enough alone, whoever named them: as many as are missing come from the rota.</summary>
    public static ImmutableArray<PersonRef> Filled(ImmutableArray<PersonRef> first, Trust trust, string academy, string authorId, WantedPost post, DateOnly day) =>
        [.. first.Concat(Rota(trust, academy, authorId, post, day)).DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase).Take(Several)];

    /// <summary>Those who have not had it, in the order in which they are asked.</summary>
    public static ImmutableArray<PersonRef> Next(SecondOpinion opinion, Trust trust, DateOnly day) =>
        [.. Rota(trust, opinion.Academy, opinion.Asker.Id, opinion.Post, day).Where(person => !opinion.Readers.Concat(opinion.Past).Any(had => Same(had.Id, person.Id)))];

    private static IEnumerable<string> Own(Trust trust, string academy) =>
        trust.Opinions.Academies.GetValueOrDefault(academy) is { } rota ? rota.Deputy.People.Concat(rota.Pool.People) : [];

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
