using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Who gets to see an incident, decided before anything is posted. Whoever it is about is never among them.</summary>
/// <param name="InChannel">True when the academy's SLT channel gets the card.</param>
/// <param name="Handlers">Who may act on it. When <paramref name="InChannel"/> is false each of them gets the card in their own chat.</param>
/// <param name="Safeguarding">Who gets the details because a child may be at risk.</param>
public sealed record IncidentAudience(bool InChannel, ImmutableArray<string> Handlers, ImmutableArray<string> Safeguarding)
{
    public static IncidentAudience Of(Report report, Academy academy, Trust trust) =>
        Of(report.Risk, [.. report.About.Select(person => person.Id)], academy, trust);

    /// <summary>As above, before there is a report: what the review card promises.</summary>
    /// <param name="about">The Entra object ids of the people it is about.</param>
    public static IncidentAudience Of(Risk risk, ImmutableArray<string> about, Academy academy, Trust trust)
    {
        bool IsAbout(string id) => about.Contains(id, StringComparer.OrdinalIgnoreCase);

        ImmutableArray<string> FirstFree(params ReadOnlySpan<Role> roles)
        {
            foreach (var role in roles)
                if (role.People.Where(id => !IsAbout(id)).ToImmutableArray() is { IsEmpty: false } free)
                    return free;
            return [];
        }

        // A channel cannot hide a post from one of its members: when the report is about one of them, it does not go there. The line goes up
        // from the academy, and ends with people of the Trust's office so that it never ends with nobody.
        var headIsNamed = academy.Headteacher.People.Any(IsAbout);
        var conflict = trust.Academies.Where(other => Shares(other, academy)).Any(other => other.Slt.People.Any(IsAbout) || other.Headteacher.People.Any(IsAbout));
        var handlers = conflict
            ? FirstFree(headIsNamed ? Role.Empty : academy.Headteacher, academy.ChairOfGovernors, trust.ChiefExecutive, trust.DataProtectionOfficer, trust.SocialMediaManager)
            : academy.Slt.People;
        var safeguarding = risk.IsSafeguarding()
            ? FirstFree(academy.DesignatedSafeguardingLead, academy.Headteacher, academy.ChairOfGovernors, trust.ChiefExecutive, trust.DataProtectionOfficer, trust.SocialMediaManager)
            : [];
        return new IncidentAudience(!conflict, handlers, safeguarding);
    }

    // In one channel, or in the channels of one team, the leaders of several academies read along.
    private static bool Shares(Academy other, Academy academy) =>
        other.Key == academy.Key || other.Slt.ChannelId == academy.Slt.ChannelId || other.Slt.TeamId == academy.Slt.TeamId;

    /// <summary>False when everybody who could act, or could keep a child safe, is named in the report: then it would reach nobody.</summary>
    public bool ReachesSomebody(Risk risk) => !Handlers.IsEmpty && (!risk.IsSafeguarding() || !Safeguarding.IsEmpty);

    /// <summary>Asked again at every press: the record and the Trust as they are now decide, never the card.</summary>
    public bool MayHandle(string personId) => Handlers.Contains(personId, StringComparer.OrdinalIgnoreCase);
}
