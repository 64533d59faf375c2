using System.Reflection;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Cards;

namespace PolicyBot.Tests.People;

/// <summary>The Trust as its directory has it: pure, from the file and what one look brought.</summary>
public sealed class DirectoryFactsTests
{
    private static readonly Trust File = Sample.Trust;
    private static readonly DirectoryFacts Nothing = new(
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase), ImmutableDictionary.Create<string, DirectoryPerson>(StringComparer.OrdinalIgnoreCase),
        ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void A_role_has_the_people_of_the_file_and_of_its_group()
    {
        var file = File with { ChiefExecutive = new Role(["ada"], "g", "1") };
        var trust = (Nothing with { Groups = Nothing.Groups.Add("g", ["ben", "ADA"]) }).Fill(file);
        Assert.Equal(["ada", "ben"], trust.ChiefExecutive.People);
        Assert.Equal("1", trust.ChiefExecutive.Phone);
    }

    [Fact]
    public void Whoever_is_switched_off_or_gone_fills_no_role()
    {
        var file = File with { ChiefExecutive = new Role(["ada", "ben", "cai"], null, null) };
        var facts = Nothing with { People = Nothing.People.Add("ada", Somebody("ada") with { Enabled = false }).Add("cai", Somebody("cai")), Gone = Nothing.Gone.Add("ben") };
        Assert.Equal(["cai"], facts.Fill(file).ChiefExecutive.People);
    }

    [Theory]
    [InlineData("North Academy", null, "north")]
    [InlineData("north academy", null, "north")]
    [InlineData("NORTH-MIS", null, "north")]
    [InlineData("Dudley", "North Academy", "north")]
    [InlineData("Dudley", "Maths", null)]
    [InlineData(null, null, null)]
    public void An_academy_is_known_by_its_name_or_by_what_the_directory_calls_it(string? company, string? department, string? academy)
    {
        var file = File with { Academies = [File.Academies[0] with { Key = "north", Name = "North Academy", DirectoryNames = ["NORTH-MIS"] }], People = [] };
        var facts = Nothing with { People = Nothing.People.Add("ada", Somebody("ada") with { Company = company, Department = department }) };
        Assert.Equal(academy, facts.Fill(file).FindPerson("ada")!.Academy);
    }

    [Fact]
    public void The_file_says_the_academy_and_Entra_the_name_and_the_manager()
    {
        var file = File with { People = [new Person("ada", "Old Name", "old@trust.example", "south", "zoe")] };
        var facts = Nothing with { People = Nothing.People.Add("ada", Somebody("ada") with { Company = File.Academies[0].Name, Manager = "ben" }) };
        Assert.Equal(new Person("ada", "Ada", "ada@trust.example", "south", "ben"), facts.Fill(file).FindPerson("ada"));
    }

    // A role that were forgotten in WithRoles would be filled from nowhere, and keep whoever lost it.
    [Fact]
    public void Every_role_that_a_Trust_has_is_filled()
    {
        var all = File.WithRoles(_ => new Role([], "group", null)) with { Staff = new Role([], "group", null) };
        all = all with { Opinions = all.Opinions with { Academies = ImmutableDictionary<string, OpinionRota>.Empty.Add("north", new OpinionRota(new Role([], "group", null), new Role([], "group", null))) } };
        var filled = (Nothing with { Groups = Nothing.Groups.Add("group", ["ada"]) }).Fill(all);
        var roles = RolesIn(filled).ToList();
        Assert.True(roles.Count >= 6 + (3 * File.Academies.Length) + 2);
        Assert.All(roles, role => Assert.Equal(["ada"], role.People));
    }

    private static IEnumerable<Role> RolesIn(object? of) => of switch
    {
        null or string => [],
        Role role => [role],
        System.Collections.IDictionary map => map.Values.Cast<object>().SelectMany(RolesIn),
        System.Collections.IEnumerable list => list.Cast<object>().SelectMany(RolesIn),
        _ when of.GetType().Namespace?.StartsWith("PolicyBot", StringComparison.Ordinal) is true =>
            of.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType != of.GetType())
                .SelectMany(property => RolesIn(property.GetValue(of))),
        _ => [],
    };

    private static DirectoryPerson Somebody(string id) => new(id, char.ToUpperInvariant(id[0]) + id[1..], $"{id}@trust.example", null, null, null, true);
}
