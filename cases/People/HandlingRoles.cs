namespace PolicyBot.Cases.People;

/// <summary>Where somebody can have a case to handle at all. Which cases these are is asked of each case.</summary>
public static class HandlingRoles
{
    /// <summary>The academies' keys: all of them for the Trust's office, their own for an academy's leaders, none for anybody else.</summary>
    public static ImmutableArray<string> AcademiesOf(this Trust trust, string personId)
    {
        return Fills(trust.ChiefExecutive) || Fills(trust.DataProtectionOfficer) || Fills(trust.ExternalRoute) || Fills(trust.SocialMediaManager)
            ? [.. trust.Academies.Select(academy => academy.Key)]
            :
            [
                .. trust.Academies
                    .Where(academy => academy.Slt.People.Contains(personId, StringComparer.OrdinalIgnoreCase) || Fills(academy.Headteacher)
                        || Fills(academy.DesignatedSafeguardingLead) || Fills(academy.ChairOfGovernors))
                    .Select(academy => academy.Key),
            ];

        bool Fills(Role role) => role.People.Contains(personId, StringComparer.OrdinalIgnoreCase);
    }
}
