namespace PolicyBot.Cases.People;

/// <summary>Somebody as Entra has them.</summary>
/// <param name="Company">Which academy they work for, as the Trust's own people wrote it there; so <paramref name="Department"/>.</param>
/// <param name="Enabled">False when their account is switched off.</param>
public sealed record DirectoryPerson(string Id, string Name, string? Email, string? Manager, string? Company, string? Department, bool Enabled);

/// <summary>What one look at Entra brought.</summary>
/// <param name="Groups">Those in each group that was asked for, by the group's id.</param>
/// <param name="People">Everybody who was asked for by id or is in one of the groups.</param>
/// <param name="Gone">Those who were asked for by id and are not there.</param>
public sealed record DirectoryFacts(
    ImmutableDictionary<string, ImmutableArray<string>> Groups, ImmutableDictionary<string, DirectoryPerson> People, ImmutableHashSet<string> Gone)
{
    /// <summary>
    /// The Trust as it is by these facts: a role has the people of the file and of its group, but nobody whose account is switched off or gone, because what was sent
    /// to them nobody would read. Names, addresses and managers are Entra's; an academy is the file's where it says one.
    /// </summary>
    public Trust Fill(Trust file)
    {
        var people = file.People.ToDictionary(person => person.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var person in People.Values)
            people[person.Id] = Merged(person, people.GetValueOrDefault(person.Id), file);
        return file.WithRoles(Filled) with { People = [.. people.Values.Where(person => person.Name.Length > 0)] };
    }

    private Role Filled(Role role)
    {
        var members = role.Group is { } group && Groups.TryGetValue(group, out var found) ? found : [];
        return role with { People = [.. role.People.Concat(members).Distinct(StringComparer.OrdinalIgnoreCase).Where(IsHere)] };
    }

    private bool IsHere(string id) => !Gone.Contains(id) && (!People.TryGetValue(id, out var person) || person.Enabled);

    private static Person Merged(DirectoryPerson person, Person? listed, Trust file) => new(
        person.Id, person.Name.Length > 0 ? person.Name : listed?.Name ?? "", person.Email ?? listed?.Email, listed?.Academy ?? AcademyOf(person, file), person.Manager ?? listed?.Manager)
    {
        Leaves = listed?.Leaves,
        Left = listed is { Left: true },
    };

    private static string? AcademyOf(DirectoryPerson person, Trust file) =>
        file.Academies.FirstOrDefault(academy => IsCalled(academy, person.Company))?.Key ?? file.Academies.FirstOrDefault(academy => IsCalled(academy, person.Department))?.Key;

    private static bool IsCalled(Academy academy, string? name) => name is not null
        && (academy.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || academy.DirectoryNames.Contains(name, StringComparer.OrdinalIgnoreCase));
}
