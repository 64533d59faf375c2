using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>Who will read a report. People are told before they write a word, and again before they send it.</summary>
internal static class Readers
{
    public static string Slt(Trust trust, Academy? academy)
    {
        if (academy is null)
            return "the senior leadership team (SLT) of your academy";
        var names = string.Join(", ", academy.Slt.People.Select(trust.FindPerson).OfType<Person>().Select(person => UserText.Escape(person.Name)));
        var team = $"the senior leadership team (SLT) of {UserText.Escape(academy.Name)}";
        return names.Length == 0 ? team : $"{team}: {names}";
    }

    public static string Lead(Trust trust, Academy? academy)
    {
        if (academy is null)
            return "your academy's safeguarding lead";
        var lead = $"the safeguarding lead of {UserText.Escape(academy.Name)}";
        return SafeguardingLead.Names(trust, academy) is { Length: > 0 } names ? $"{lead}, {names}," : lead;
    }

    /// <summary>In a sentence or two, who sees what of this report: the same rule that sends it (<see cref="IncidentAudience"/>).</summary>
    /// <param name="about">The Entra object ids of the people it is about.</param>
    public static string Of(Route route, ImmutableArray<string> about, Trust trust, Academy? academy)
    {
        if (academy is null)
            return $"Who will see it: {Slt(trust, academy)}.";
        var audience = IncidentAudience.Of(route, about, academy, trust);
        if (audience.InChannel)
            return $"Who will see it: {Slt(trust, academy)}{(audience.Office.IsEmpty ? "" : $", and {Names(trust, audience.Office)} for data protection")}.";
        var handlers = Names(trust, audience.Handlers);
        return (route, audience) switch
        {
            ({ } allegation, { Lead.IsEmpty: false }) when allegation.IsAllegation() =>
                $"Who will see it: {handlers}. {Names(trust, audience.Lead)} is told that a child may be affected, and nothing about the adult. It does not go to SLT's channel.",
            (_, { Channel: ChannelShows.Notice }) =>
                $"Who will see it: {handlers} sees all of it, to keep people safe. SLT is told only that someone may be in danger, and no details.",
            ({ } safeguarding, _) when safeguarding.IsSafeguarding() => $"Who will see it: {handlers} sees all of it, to keep people safe. It does not go to SLT's channel.",
            _ => $"Who will see it: {handlers}. It is about somebody in SLT, so it does not go to SLT's channel.",
        };
    }

    private static string Names(Trust trust, ImmutableArray<string> people) =>
        string.Join(", ", people.Select(id => trust.FindPerson(id) is { } person ? UserText.Escape(person.Name) : "the person responsible at the Trust").Distinct(StringComparer.Ordinal));
}
