using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>Whom somebody who reports speaks with: those whom the report goes to (<see cref="IncidentAudience"/>), and so never those whom it is about.</summary>
internal static class TurnTo
{
    /// <summary>As "the safeguarding lead", "Ann Lee, the headteacher", or names alone where the report goes to somebody else.</summary>
    public static string Whom(Route route, ImmutableArray<string> about, Trust trust, Academy? academy)
    {
        var (role, title) = route switch
        {
            Route.AllegationHead => (academy?.ChairOfGovernors, "the chair of governors"),
            Route.AllegationStaff => (academy?.Headteacher, "the headteacher"),
            _ => (academy?.DesignatedSafeguardingLead, "the safeguarding lead"),
        };
        if (academy is null || role is null)
            return title;
        var handlers = IncidentAudience.Of(route, about, academy, trust).Handlers;
        var names = string.Join(" or ", handlers.Select(trust.FindPerson).OfType<Person>().Select(person => UserText.Escape(person.Name)).Distinct(StringComparer.Ordinal));
        return handlers.Intersect(role.People, StringComparer.OrdinalIgnoreCase).Any()
            ? route.IsAllegation() && names.Length > 0 ? $"{names}, {title}," : title // how to reach the lead stands below
            : names.Length > 0 ? names : "the person responsible at the Trust";
    }

    /// <summary>How to reach the safeguarding lead; nothing where the report goes to somebody else.</summary>
    public static ImmutableArray<CardElement> Lead(Route route, ImmutableArray<string> about, Trust trust, Academy? academy) =>
        academy is null || Whom(route, about, trust, academy) == "the safeguarding lead" ? SafeguardingLead.Contacts(trust, academy, about) : [];
}
