using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>Every step of a handover leaves one entry in its trail, and the record carries the trail's end.</summary>
internal static class HandoverTrail
{
    public static Ruling<Handover>.Allowed Record(Handover changed, Trust trust, DateTimeOffset at, PersonRef by, string type, string data)
    {
        var told = WithTold(changed, trust);
        var (head, entry) = told.Trail.Append(told.Reference, at, by.Id, type, data);
        return new Ruling<Handover>.Allowed(told with { Trail = head }, [entry]);
    }

    // Whoever had a card keeps it, so that it can say that it is not theirs any more.
    private static Handover WithTold(Handover handover, Trust trust)
    {
        ImmutableArray<PersonRef> told = HandoverPeople.Distinct(handover.Told.Concat(Concerned(handover, trust).OfType<PersonRef>().Where(person => HandoverPeople.MaySee(handover, person.Id, trust))));
        // Somebody must be there who can be the second person. Where none of those who know of it may, one more comes to know.
        foreach (var state in handover.ToConfirm)
            if (!told.Any(person => HandoverPeople.MayConfirm(handover, state, person.Id, trust))
                && HandoverPeople.Witnesses(handover, trust).FirstOrDefault(person => HandoverPeople.MayConfirm(handover, state, person.Id, trust)) is { } second)
                told = told.Add(second);
        return handover with { Told = told };
    }

    private static IEnumerable<PersonRef?> Concerned(Handover handover, Trust trust) => handover.Status switch
    {
        HandoverStatus.Asked => [.. handover.Askers, .. HandoverPeople.Deciders(handover, trust)],
        HandoverStatus.Underway => [.. handover.Askers, .. HandoverPeople.Managers(handover, trust), handover.Wish.Leaver, handover.Wish.To, handover.Account.Lead],
        _ => [],
    };
}
