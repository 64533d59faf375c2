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

    /// <summary>In a sentence or two, who sees what of a report with this risk.</summary>
    public static string Of(Risk risk, Trust trust, Academy? academy) => risk.IsSafeguarding()
        ? $"Who will see it: {Lead(trust, academy)} sees all of it. SLT sees that there is a safeguarding report, and no details."
        : $"Who will see it: {Slt(trust, academy)}.";
}
