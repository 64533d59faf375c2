using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Commands;

internal enum Severity
{
    Fine,
    Warning,
    Failure,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Do">What to do about it; empty when it is fine.</param>
internal sealed record DoctorFinding(string Tried, Severity Severity, string Came, string Do = "");

/// <summary>Whether each way that a report can go ends with somebody: the Trust as <c>trust.json</c> describes it.</summary>
internal static class DoctorChecks
{
    public static IEnumerable<DoctorFinding> Of(Trust trust)
    {
        foreach (var academy in trust.Academies)
        {
            var of = $"academies, {academy.Key}";
            yield return Filled($"{academy.Name}: SLT, in its channel", new Role(academy.Slt.People, null, null), trust, $"{of}: slt.people");
            yield return Filled($"{academy.Name}: safeguarding lead, for a child at risk", academy.DesignatedSafeguardingLead, trust, $"{of}: designatedSafeguardingLead");
            yield return Filled($"{academy.Name}: headteacher, for an allegation about staff", academy.Headteacher, trust, $"{of}: headteacher");
            yield return Filled($"{academy.Name}: chair of governors, for an allegation about the headteacher", academy.ChairOfGovernors, trust, $"{of}: chairOfGovernors");
        }
        yield return Filled("The Trust: data protection officer, for a data breach", trust.DataProtectionOfficer, trust, "roles.dataProtectionOfficer");
        yield return Filled("The Trust: chief executive, above every headteacher", trust.ChiefExecutive, trust, "roles.chiefExecutive");
        yield return Filled("The Trust: Social Media Manager", trust.SocialMediaManager, trust, "roles.socialMediaManager");
        yield return trust.ExternalRoute.People.IsEmpty
            ? new DoctorFinding("The Trust: external route, when all others are named", Severity.Warning, "nobody", "Name somebody outside the academies under roles.externalRoute in trust.json, such as the clerk to the trustees.")
            : Filled("The Trust: external route, when all others are named", trust.ExternalRoute, trust, "roles.externalRoute");
        yield return trust.Administrator.People.IsEmpty
            ? new DoctorFinding("Who is told when a secret ends", Severity.Warning, "nobody", "Name whoever looks after the bot under roles.administrator in trust.json.")
            : Filled("Who is told when a secret ends", trust.Administrator, trust, "roles.administrator");
        yield return trust.Staff is null
            ? new DoctorFinding("Who may use the bot", Severity.Warning, "everybody in the tenant, pupils too", "List the staff under roles.staff in trust.json.")
            : new DoctorFinding("Who may use the bot", Severity.Fine, $"{trust.Staff.People.Length} people");
    }

    private static DoctorFinding Filled(string tried, Role role, Trust trust, string where)
    {
        var unknown = role.People.Count(id => trust.FindPerson(id) is null);
        return role.People.IsEmpty
            ? new DoctorFinding(tried, Severity.Failure, "nobody: such a report goes to the next person up the line", role.Group is null ? $"Name somebody under {where} in trust.json." : $"Put people into the Entra group of {where}, or name them in trust.json.")
            : unknown > 0
                ? new DoctorFinding(tried, Severity.Failure, $"{unknown} of {role.People.Length} not in the directory", $"Add them under people in trust.json, or take them out of {where}.")
                : new DoctorFinding(tried, Severity.Fine, string.Join(", ", trust.Holders(role).Select(person => person.Name)));
    }
}
