using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>
/// Who may do what with a handover. The Social Media Manager decides, unless they are part of it: then the academy's deputy does, then the chief executive, and where nobody
/// is left the Trust's external route. Nobody decides on what they asked for themselves. Whoever has left the Trust does nothing any more; where nobody at all is left to walk
/// the steps or to look as the second person, it goes up the line as a report does: <see cref="UpTheLine"/>.
/// </summary>
public static class HandoverPeople
{
    /// <summary>Who may decide. Empty when there is nobody at all.</summary>
    public static ImmutableArray<PersonRef> Deciders(Handover handover, Trust trust) => Deciders(handover.Academy, handover.Askers, handover.Wish, handover.Account, trust);

    public static ImmutableArray<PersonRef> Deciders(string academy, ImmutableArray<PersonRef> askers, HandoverWish wish, HandedAccount account, Trust trust)
    {
        foreach (var role in (Role[])[trust.SocialMediaManager, DeputyOf(academy, trust), trust.ChiefExecutive, trust.ExternalRoute])
            if (People(role, trust).Where(person => !Barred(person)).ToImmutableArray() is { IsEmpty: false } left)
                return left;
        return [];

        bool Barred(PersonRef person) => askers.Any(asker => Same(asker, person)) || Same(wish.Leaver, person) || Same(wish.To, person) || Same(account.Lead, person);
    }

    /// <summary>True where it goes out of the Trust's own hands, because everybody in it is part of it.</summary>
    public static bool IsExternal(Handover handover, Trust trust) =>
        Deciders(handover, trust) is [var first, ..] && trust.ExternalRoute.People.Contains(first.Id, StringComparer.OrdinalIgnoreCase)
        && !((Role[])[trust.SocialMediaManager, DeputyOf(handover.Academy, trust), trust.ChiefExecutive]).Any(role => role.People.Contains(first.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Who walks the manager's steps and finishes it: the Social Media Manager, and whoever decides. Never whoever hands it over. Where none of them is left, the next of the line.
    /// </summary>
    public static ImmutableArray<PersonRef> Managers(Handover handover, Trust trust)
    {
        var usual = Distinct(People(trust.SocialMediaManager, trust).Concat(Deciders(handover, trust)).Where(person => !Same(handover.Wish.Leaver, person)));
        return usual.IsEmpty ? UpTheLine(handover, trust, person => Same(handover.Wish.To, person) || Same(handover.Account.Lead, person)) : usual;
    }

    public static bool IsDecider(Handover handover, string personId, Trust trust) => Has(Deciders(handover, trust), personId);

    public static bool IsManager(Handover handover, string personId, Trust trust) => Has(Managers(handover, trust), personId);

    /// <summary>Whose turn a step is.</summary>
    public static ImmutableArray<PersonRef> Doers(Handover handover, HandoverStep step, Trust trust) => step.By switch
    {
        StepBy.Leaver when handover.Wish.Leaver is { } leaver && handover.LeaverKnows && !HasLeft(leaver.Id, trust) => [leaver],
        StepBy.Lead when handover.Wish.To is { } lead => [lead],
        StepBy.Clock => [],
        _ => Managers(handover, trust),
    };

    /// <summary>A manager may do what somebody else cannot or does not do, the new lead's own trial excepted.</summary>
    public static bool MayDo(Handover handover, HandoverStep step, string personId, Trust trust) =>
        step.By is not StepBy.Clock && (Has(Doers(handover, step, trust), personId) || (step.By is StepBy.Leaver && IsManager(handover, personId, trust)));

    /// <summary>Who could be the second person at all; for each thing it must also be somebody else than who did it.</summary>
    public static ImmutableArray<PersonRef> Witnesses(Handover handover, Trust trust) =>
        Distinct(UsualWitnesses(handover, trust).Concat(handover.ToConfirm.SelectMany(state => SecondPeople(handover, state, trust))));

    /// <summary>Those who may confirm it: who did none of the steps that lead to it. Empty when the Trust has nobody left for it.</summary>
    public static ImmutableArray<PersonRef> SecondPeople(Handover handover, EndState state, Trust trust)
    {
        ImmutableArray<PersonRef> usual = [.. UsualWitnesses(handover, trust).Where(person => !Did(person))];
        return usual.IsEmpty ? UpTheLine(handover, trust, Did) : usual;

        bool Did(PersonRef person) => handover.Steps.Any(step => step.Confirms == state && Same(step.Result?.By, person));
    }

    public static bool MayConfirm(Handover handover, EndState state, string personId, Trust trust) => Has(SecondPeople(handover, state, trust), personId);

    private static ImmutableArray<PersonRef> UsualWitnesses(Handover handover, Trust trust)
    {
        var managers = Managers(handover, trust);
        return Distinct(
            ((IEnumerable<PersonRef?>)[
                .. managers, .. People(DeputyOf(handover.Academy, trust), trust), handover.Account.Deputy, handover.Wish.To,
                .. handover.Decision is { } decision ? [decision.By] : (ImmutableArray<PersonRef>)[], .. People(trust.ChiefExecutive, trust),
                // A closing has no new lead who could look. Where one manager alone does it all, it would never end.
                .. handover.Wish.Way is HandoverWay.Close && managers.Length < 2 ? Headteachers(handover, trust) : []])
            .OfType<PersonRef>().Where(person => !Same(handover.Wish.Leaver, person) && !HasLeft(person.Id, trust)));
    }

    /// <summary>
    /// The first of the line that a report goes up, the academy's headteacher, its governors, the Trust's office, in which somebody is free: it would stay open for ever
    /// otherwise, and its account marked as being handed over.
    /// </summary>
    private static ImmutableArray<PersonRef> UpTheLine(Handover handover, Trust trust, Func<PersonRef, bool> isPartOfIt)
    {
        var academy = trust.FindAcademy(handover.Academy);
        foreach (var role in (Role[])[academy?.Headteacher ?? Role.Empty, academy?.ChairOfGovernors ?? Role.Empty, trust.ChiefExecutive, trust.DataProtectionOfficer, trust.ExternalRoute])
            if (People(role, trust).Where(person => !Same(handover.Wish.Leaver, person) && !isPartOfIt(person)).ToImmutableArray() is { IsEmpty: false } free)
                return free;
        return [];
    }

    /// <summary>True where nobody is left who may do what comes next. Only another person in <c>trust.json</c> or in the directory helps then.</summary>
    public static bool IsStuck(Handover handover, Trust trust) => handover.Status switch
    {
        HandoverStatus.Asked => Deciders(handover, trust).IsEmpty,
        HandoverStatus.Underway => Managers(handover, trust).IsEmpty || handover.ToConfirm.Any(state => SecondPeople(handover, state, trust).IsEmpty),
        _ => false,
    };

    /// <summary>Whose turn it is: who has to decide, to do a step that can be done, to look as the second person when all of the work is done, or to finish it.</summary>
    public static ImmutableArray<PersonRef> Turn(Handover handover, Trust trust) => Distinct(Turns(handover, trust).SelectMany(people => people));

    /// <summary>Those for whom something else has come up than they had to do before.</summary>
    public static ImmutableArray<PersonRef> NewTurn(Handover before, Handover after, Trust trust) =>
        Distinct(Turns(before, trust).Zip(Turns(after, trust)).SelectMany(each => each.Second.Where(person => !Has(each.First, person.Id))));

    // One list for each thing that can be somebody's turn.
    private static ImmutableArray<ImmutableArray<PersonRef>> Turns(Handover handover, Trust trust) =>
    [
        handover.Status is HandoverStatus.Asked ? Deciders(handover, trust) : [],
        [.. handover.Next.SelectMany(step => Doers(handover, step, trust))],
        handover.Status is HandoverStatus.Underway && handover.Steps.Where(step => step.Confirms is not null).All(step => step.IsSettled)
            ? [.. handover.Told.Where(person => handover.ToConfirm.Any(state => MayConfirm(handover, state, person.Id, trust)))]
            : [],
        handover.IsReady ? Managers(handover, trust) : [],
    ];

    /// <summary>Who may see it at all. In an urgent case whoever hands it over does not before their access is gone, unless they asked for it.</summary>
    public static bool MaySee(Handover handover, string personId, Trust trust)
    {
        if (Same(handover.Wish.Leaver, personId))
            return handover.LeaverKnows || Has(handover.Askers, personId);
        return Has(handover.Askers, personId) || Same(handover.Account.Lead, personId) || Same(handover.Account.Deputy, personId) || IsManager(handover, personId, trust)
            || (handover.Decision is not null && (Same(handover.Wish.To, personId) || Same(handover.Decision.By, personId) || Has(Witnesses(handover, trust), personId) || handover.Confirmations.Any(each => Same(each.By, personId))));
    }

    /// <summary>Who may ask for the handover of an account.</summary>
    /// <param name="academy">The account's academy, or the asker's own where it is not in the register.</param>
    public static bool MayAsk(string personId, string academy, HandoverWish wish, HandedAccount account, Trust trust) =>
        Same(wish.Leaver, personId) || Same(account.Lead, personId) || trust.SocialMediaManager.People.Contains(personId, StringComparer.OrdinalIgnoreCase)
        || trust.ChiefExecutive.People.Contains(personId, StringComparer.OrdinalIgnoreCase)
        || DeputyOf(academy, trust).People.Contains(personId, StringComparer.OrdinalIgnoreCase)
        || trust.FindAcademy(academy)?.Headteacher.People.Contains(personId, StringComparer.OrdinalIgnoreCase) is true
        || ((PersonRef?[])[wish.Leaver, account.Lead]).Any(person => person is not null && personId.Equals(trust.FindPerson(person.Id)?.Manager, StringComparison.OrdinalIgnoreCase));

    /// <summary>The academy's headteacher, as far as they are no part of it: told when a last day has passed, and the second person of a closing that has but one manager.</summary>
    public static ImmutableArray<PersonRef> Headteachers(Handover handover, Trust trust) =>
        trust.FindAcademy(handover.Academy) is { } academy ? [.. People(academy.Headteacher, trust).Where(person => !Same(handover.Wish.Leaver, person))] : [];

    public static bool Same(PersonRef? one, PersonRef? other) => other is not null && Same(one, other.Id);

    public static bool Same(PersonRef? one, string personId) => one is not null && one.Id.Equals(personId, StringComparison.OrdinalIgnoreCase);

    public static bool Has(ImmutableArray<PersonRef> people, string personId) => people.Any(person => Same(person, personId));

    public static ImmutableArray<PersonRef> Distinct(IEnumerable<PersonRef> people) => [.. people.DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)];

    private static Role DeputyOf(string academy, Trust trust) => trust.Opinions.Academies.GetValueOrDefault(academy)?.Deputy ?? Role.Empty;

    private static IEnumerable<PersonRef> People(Role role, Trust trust) =>
        role.People.Where(id => !HasLeft(id, trust)).Select(id => trust.FindPerson(id)?.Ref ?? new PersonRef(id, "a colleague"));

    private static bool HasLeft(string personId, Trust trust) => trust.FindPerson(personId) is { Left: true };
}
