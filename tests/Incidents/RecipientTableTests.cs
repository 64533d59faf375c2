using PolicyBot.Bot.People;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Incidents;

/// <summary>Every kind of report against every conflict and every missing recipient: who gets it, and what the channel shows.</summary>
public sealed class RecipientTableTests
{
    private static readonly Trust Office = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json");

    private static readonly Route[] OfTheLead = [Route.IndecentImage, Route.AdultContactingChild, Route.ChildAtRisk];
    private static readonly Route[] OfSlt = [Route.Crime, Route.StaffTarget, Route.ParentComment, Route.Other, Route.Grievance];

    // What the channel shows, the handlers, and after a plus the safeguarding lead who is told of the child's side.
    public static TheoryData<string, string, string, string, string, string, string, string, string> Table => new()
    {
        // about, missing, danger, child and image and contact, allegation, about the head, breach, all others
        { "", "", "Notice Dina", "Nothing Dina", "Nothing Martin +Dina", "Nothing Farah Gwen +Dina", "Card Martin Grace Owen", "Card Martin Grace", "nobody" },
        { "Grace", "", "Nothing Dina", "Nothing Dina", "Nothing Martin +Dina", "Nothing Farah Gwen +Dina", "Nothing Martin Owen", "Nothing Martin", "a leader" },
        { "Martin", "", "Nothing Dina", "Nothing Dina", "Nothing Farah Gwen +Dina", "Nothing Farah Gwen +Dina", "Nothing Farah Gwen Owen", "Nothing Farah Gwen", "the head" },
        { "Martin Grace", "", "Nothing Dina", "Nothing Dina", "Nothing Farah Gwen +Dina", "Nothing Farah Gwen +Dina", "Nothing Farah Gwen Owen", "Nothing Farah Gwen", "all of SLT" },
        { "Dina", "", "Notice Martin", "Nothing Martin", "Nothing Martin", "Nothing Farah Gwen", "Card Martin Grace Owen", "Card Martin Grace", "the lead" },
        { "Owen", "", "Notice Dina", "Nothing Dina", "Nothing Martin +Dina", "Nothing Farah Gwen +Dina", "Card Martin Grace", "Card Martin Grace", "the officer" },
        { "Sam", "", "Notice Dina", "Nothing Dina", "Nothing Martin +Dina", "Nothing Farah Gwen +Dina", "Card Martin Grace Owen", "Card Martin Grace", "the manager" },
        { "", "lead", "Notice Martin", "Nothing Martin", "Nothing Martin", "Nothing Farah Gwen", "Card Martin Grace Owen", "Card Martin Grace", "no lead" },
        { "", "head", "Notice Dina", "Nothing Dina", "Nothing Farah Gwen +Dina", "Nothing Farah Gwen +Dina", "Card Martin Grace Owen", "Card Martin Grace", "no head" },
        { "Grace", "head", "Nothing Dina", "Nothing Dina", "Nothing Farah Gwen +Dina", "Nothing Farah Gwen +Dina", "Nothing Farah Gwen Owen", "Nothing Farah Gwen", "a leader, no head" },
        { "Martin", "chair", "Nothing Dina", "Nothing Dina", "Nothing Ruth +Dina", "Nothing Ruth +Dina", "Nothing Ruth Owen", "Nothing Ruth", "the head, no chair" },
        { "Martin", "chair chief", "Nothing Dina", "Nothing Dina", "Nothing Owen +Dina", "Nothing Owen +Dina", "Nothing Owen", "Nothing Owen", "the head, no chair, no chief" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_report_reaches_those_and_nobody_else(
        string about, string missing, string danger, string child, string staff, string head, string breach, string other, string conflict)
    {
        var trust = Without(missing);
        var ids = about.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Id(name)).ToImmutableArray();
        foreach (var (route, expected) in (IEnumerable<(Route, string)>)[
            (Route.Danger, danger), .. OfTheLead.Select(route => (route, child)), (Route.AllegationStaff, staff), (Route.AllegationHead, head),
            (Route.DataBreach, breach), .. OfSlt.Select(route => (route, other))])
        {
            var audience = IncidentAudience.Of(route, ids, trust.Academies[0], trust);
            var lead = audience.Lead.IsEmpty ? "" : $" +{Names(audience.Lead)}";
            Assert.Equal($"{conflict}, {route}: {expected}", $"{conflict}, {route}: {audience.Channel} {Names(audience.Handlers)}{lead}");
            Assert.DoesNotContain(ids, id => audience.MayHandle(id) || audience.IsLead(id) || audience.InTheirChats.Contains(id));
        }
    }

    private static string Names(ImmutableArray<string> people) => string.Join(' ', people.Select(id => Office.FindPerson(id)!.Name.Split(' ')[0]));

    private static string Id(string firstName) => Office.People.First(person => person.Name.StartsWith(firstName, StringComparison.Ordinal)).Id;

    private static Trust Without(string missing)
    {
        var academy = Office.Academies[0];
        academy = missing.Contains("lead", StringComparison.Ordinal) ? academy with { DesignatedSafeguardingLead = Role.Empty } : academy;
        academy = missing.Contains("head", StringComparison.Ordinal) ? academy with { Headteacher = Role.Empty } : academy;
        academy = missing.Contains("chair", StringComparison.Ordinal) ? academy with { ChairOfGovernors = Role.Empty } : academy;
        var trust = Office with { Academies = [academy, .. Office.Academies.Skip(1)] };
        return missing.Contains("chief", StringComparison.Ordinal) ? trust with { ChiefExecutive = Role.Empty } : trust;
    }
}
