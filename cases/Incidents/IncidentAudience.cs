using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>What the academy's SLT channel gets to see of an incident.</summary>
public enum ChannelShows
{
    Nothing,

    /// <summary>That somebody may be in danger and who has the details; none of the details, and no button.</summary>
    Notice,

    /// <summary>The case, to act on.</summary>
    Card,
}

/// <summary>
/// Who gets to see an incident, decided before anything is posted. Whoever it is about is never among them. Where a role is empty, or all in it are
/// named, the report goes to the next one up the line, never to the SLT channel instead.
/// </summary>
/// <param name="Handlers">Who may act on it. They get the card in their own chat, except those who act on the channel's.</param>
/// <param name="Lead">
/// The safeguarding leads who are told of a child's side of an allegation, without what is said about the adult; on the other safeguarding routes they are handlers.
/// </param>
/// <param name="Office">The data protection officer: a handler who is told in their own chat besides the channel.</param>
public sealed record IncidentAudience(ChannelShows Channel, ImmutableArray<string> Handlers, ImmutableArray<string> Lead, ImmutableArray<string> Office)
{
    public static IncidentAudience Of(Report report, Academy academy, Trust trust) =>
        Of(report.Route, [.. report.About.Select(person => person.Id)], academy, trust);

    /// <summary>As above, before there is a report: what the review card promises.</summary>
    /// <param name="about">The Entra object ids of the people it is about.</param>
    public static IncidentAudience Of(Route route, ImmutableArray<string> about, Academy academy, Trust trust)
    {
        var named = route is Route.AllegationHead ? [.. about, .. academy.Headteacher.People] : about;

        // A channel cannot hide a post from one of its members: when the report is about one of them, it does not go there.
        var conflict = trust.Academies.Where(other => Shares(other, academy)).Any(other => other.Slt.People.Concat(other.Headteacher.People).Any(IsNamed));
        var lead = Free(academy.DesignatedSafeguardingLead);
        var channel = conflict ? ChannelShows.Nothing
            : route is Route.Danger ? ChannelShows.Notice
            : route.IsSafeguarding() ? ChannelShows.Nothing
            : ChannelShows.Card;

        // The line goes up from the academy, and ends with people of the Trust's office so that it never ends with nobody.
        Role[] upTheLine =
            [academy.Headteacher, academy.ChairOfGovernors, trust.ChiefExecutive, trust.DataProtectionOfficer, trust.ExternalRoute, trust.SocialMediaManager];
        // Where the headteacher is named, nobody of the academy who works for them decides about it.
        var headIsNamed = academy.Headteacher.People.Any(IsNamed);
        var handlers = route switch
        {
            _ when route.IsAllegation() => FirstFree(headIsNamed ? upTheLine.AsSpan(1) : upTheLine),
            _ when route.IsSafeguarding() => lead.IsEmpty ? FirstFree(upTheLine) : lead,
            _ when channel is ChannelShows.Card => academy.Slt.People,
            _ => FirstFree(headIsNamed ? upTheLine.AsSpan(1) : upTheLine),
        };
        var office = route is Route.DataBreach ? Besides(trust.DataProtectionOfficer) : [];
        return new IncidentAudience(channel, [.. handlers, .. office], route.IsAllegation() ? Besides(academy.DesignatedSafeguardingLead) : [], office);

        bool IsNamed(string id) => named.Contains(id, StringComparer.OrdinalIgnoreCase);

        ImmutableArray<string> Free(Role role) => [.. role.People.Where(id => !IsNamed(id))];

        ImmutableArray<string> Besides(Role role) => [.. Free(role).Except(handlers, StringComparer.OrdinalIgnoreCase)];

        ImmutableArray<string> FirstFree(ReadOnlySpan<Role> roles)
        {
            foreach (var role in roles)
                if (Free(role) is { IsEmpty: false } free)
                    return free;
            return [];
        }
    }

    /// <summary>True when the academy's SLT acts on it in its channel.</summary>
    public bool InChannel => Channel is ChannelShows.Card;

    /// <summary>Those handlers who get the card in their own chat.</summary>
    public ImmutableArray<string> InTheirChats => InChannel ? Office : Handlers;

    /// <summary>False when everybody who could act is named in the report: then it would reach nobody.</summary>
    public bool ReachesSomebody => !Handlers.IsEmpty;

    /// <summary>Asked again at every press: the record and the Trust as they are now decide, never the card.</summary>
    public bool MayHandle(string personId) => Handlers.Contains(personId, StringComparer.OrdinalIgnoreCase);

    public bool IsLead(string personId) => Lead.Contains(personId, StringComparer.OrdinalIgnoreCase);

    // In one channel, or in the channels of one team, the leaders of several academies read along.
    private static bool Shares(Academy other, Academy academy) =>
        other.Key == academy.Key || other.Slt.ChannelId == academy.Slt.ChannelId || other.Slt.TeamId == academy.Slt.TeamId;
}
