using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Disposal;

namespace PolicyBot.Cases.People;

/// <summary>The school trust as <c>trust.json</c> describes it.</summary>
/// <param name="Staff">Who may use the bot; null when everyone in the tenant may.</param>
public sealed record Trust(
    string Name,
    TimeZoneInfo TimeZone,
    ImmutableArray<Person> People,
    Role SocialMediaManager,
    Role ChiefExecutive,
    Role DataProtectionOfficer,
    Role? Staff,
    ImmutableArray<Academy> Academies)
{
    /// <summary>What the Trust means by words that its policy leaves undefined, by key (<see cref="PolicyTerms"/>).</summary>
    public ImmutableDictionary<string, string> Terms { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whom a report goes to when everybody else who could act is named in it: somebody outside the academies, such as the clerk to the trustees.</summary>
    public Role ExternalRoute { get; init; } = Role.Empty;

    /// <summary>Who looks after the bot itself: they are told when a secret is about to end.</summary>
    public Role Administrator { get; init; } = Role.Empty;

    /// <summary>How long what has ended is kept.</summary>
    public Retention Retention { get; init; } = new();

    /// <summary>When a working day ends.</summary>
    public TimeOnly ClosingHour { get; init; } = new(17, 0);

    /// <summary>Whom people ring or write to outside the Trust.</summary>
    public Contacts Contacts { get; init; } = Contacts.Default;

    /// <summary>How long a report may wait before people are told again.</summary>
    public ChaseTimes Chasing { get; init; } = ChaseTimes.Default;

    /// <summary>Who reads drafts before they go out.</summary>
    public OpinionWays Opinions { get; init; } = OpinionWays.Default;

    /// <summary>How the Trust looks after its accounts.</summary>
    public AccountWays Accounts { get; init; } = AccountWays.Default;

    /// <summary>How the 24 hours of a comment are read, and when people are reminded of it.</summary>
    public CommentWays Comments { get; init; } = CommentWays.Default;

    public Academy? FindAcademy(string? key) => Academies.FirstOrDefault(academy => academy.Key == key);

    public Person? FindPerson(string? id) =>
        id is null ? null : People.FirstOrDefault(person => person.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The people of a role who are in the directory, in the order of the role.</summary>
    public IEnumerable<Person> Holders(Role role) => role.People.Select(FindPerson).OfType<Person>();

    /// <summary>Everybody who is named to act for the Trust or one of its academies, by Entra object id.</summary>
    public IEnumerable<string> RoleHolders() =>
        Academies.SelectMany(academy => academy.Slt.People.Concat(academy.Headteacher.People)
                .Concat(academy.DesignatedSafeguardingLead.People).Concat(academy.ChairOfGovernors.People))
            .Concat(Opinions.Academies.Values.SelectMany(rota => rota.Deputy.People.Concat(rota.Pool.People)))
            .Concat(SocialMediaManager.People).Concat(ChiefExecutive.People).Concat(DataProtectionOfficer.People).Concat(ExternalRoute.People);

    /// <summary>
    /// The moment of a time on the clocks here. Of the hour that autumn has twice it is the first; a time in the hour that spring leaves out is an hour later.
    /// </summary>
    public DateTimeOffset Moment(DateTime local)
    {
        if (TimeZone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, TimeZone.IsAmbiguousTime(local) ? TimeZone.GetAmbiguousTimeOffsets(local).Max() : TimeZone.GetUtcOffset(local));
    }

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone);
}
