using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Opinions;

/// <summary>Every step of a second opinion leaves one entry in its trail, and the record carries the trail's end.</summary>
internal static class OpinionTrail
{
    public static Ruling<SecondOpinion>.Allowed Record(SecondOpinion changed, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, data);
        return new Ruling<SecondOpinion>.Allowed(changed with { Trail = head }, [entry]);
    }

    /// <summary>Everybody who has had it, without those who have it now.</summary>
    public static ImmutableArray<PersonRef> Had(SecondOpinion opinion, ImmutableArray<PersonRef> now) =>
        [.. opinion.Past.Concat(opinion.Readers).DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)
            .Where(had => !now.Any(reader => reader.Id.Equals(had.Id, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>It goes from some of its readers to as many others, who have as much time as they had.</summary>
    public static SecondOpinion Replaced(SecondOpinion opinion, ImmutableArray<PersonRef> from, ImmutableArray<PersonRef> to, DateTimeOffset now)
    {
        ImmutableArray<PersonRef> readers = [.. opinion.Readers.Where(reader => !from.Any(gone => gone.Id.Equals(reader.Id, StringComparison.OrdinalIgnoreCase))), .. to];
        return opinion with { Readers = readers, Past = Had(opinion, readers), WaitingSince = now, RemindedAt = null };
    }
}
