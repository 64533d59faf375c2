using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>Whom a check-in goes to: the lead, and up the line from there. Nobody is asked twice, and nobody who cannot answer any more.</summary>
internal static class CheckInLine
{
    /// <summary>Those who come after a stage; null when nobody does.</summary>
    /// <param name="after">Null: from the beginning.</param>
    public static (CheckInStage Stage, ImmutableArray<PersonRef> People)? After(
        Account account, Trust trust, CheckInStage? after, ImmutableArray<PersonRef> asked, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(trust.Local(now).DateTime);
        foreach (var stage in Enum.GetValues<CheckInStage>().Where(stage => after is null || stage > after))
        {
            ImmutableArray<PersonRef> people =
            [
                .. Of(stage, account, trust).DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)
                    .Where(person => !Has(asked, person.Id) && !account.Leavers.Any(leaver => Has([leaver.Person], person.Id) && HasLeft(leaver, today))),
            ];
            if (!people.IsEmpty)
                return (stage, people);
        }
        return null;
    }

    public static bool Has(ImmutableArray<PersonRef> people, string id) => people.Any(person => person.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static bool HasLeft(NoticedLeaver leaver, DateOnly today) => leaver.Standing is not DirectoryStanding.Leaving || leaver.LeavesOn < today;

    private static IEnumerable<PersonRef> Of(CheckInStage stage, Account account, Trust trust) => stage switch
    {
        CheckInStage.Lead => account.Lead is { } lead ? [lead] : [],
        CheckInStage.Deputy => account.Deputy is { } deputy ? [deputy] : [],
        CheckInStage.Manager => Holders(trust.SocialMediaManager, trust),
        CheckInStage.Headteacher => Holders(trust.FindAcademy(account.Academy)?.Headteacher ?? Role.Empty, trust),
        _ => Holders(trust.ChiefExecutive, trust),
    };

    private static IEnumerable<PersonRef> Holders(Role role, Trust trust) => role.People.Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id, "a colleague"));
}
