namespace PolicyBot.Cases.People;

/// <summary>All roles of a Trust at once: a role that were forgotten here would keep who was in the file, and never hear of its group.</summary>
public static class TrustRoles
{
    /// <summary>The same Trust with each of its roles, the SLTs too, as <paramref name="map"/> gives it back.</summary>
    public static Trust WithRoles(this Trust trust, Func<Role, Role> map) => trust with
    {
        SocialMediaManager = map(trust.SocialMediaManager),
        ChiefExecutive = map(trust.ChiefExecutive),
        DataProtectionOfficer = map(trust.DataProtectionOfficer),
        ExternalRoute = map(trust.ExternalRoute),
        Administrator = map(trust.Administrator),
        Staff = trust.Staff is { } staff ? map(staff) : null,
        Academies = [.. trust.Academies.Select(academy => academy with
        {
            Slt = academy.Slt with { People = map(new Role(academy.Slt.People, academy.Slt.Group, null)).People },
            Headteacher = map(academy.Headteacher),
            DesignatedSafeguardingLead = map(academy.DesignatedSafeguardingLead),
            ChairOfGovernors = map(academy.ChairOfGovernors),
        })],
        Opinions = trust.Opinions with
        {
            Academies = trust.Opinions.Academies.ToImmutableDictionary(each => each.Key, each => new OpinionRota(map(each.Value.Deputy), map(each.Value.Pool)), StringComparer.Ordinal),
        },
    };

    /// <summary>Every role of it, in no order that means anything.</summary>
    public static ImmutableArray<Role> AllRoles(this Trust trust)
    {
        var all = ImmutableArray.CreateBuilder<Role>();
        trust.WithRoles(role =>
        {
            all.Add(role);
            return role;
        });
        return all.ToImmutable();
    }
}
