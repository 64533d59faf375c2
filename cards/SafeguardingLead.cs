using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>Whom to ring when a child may be at risk.</summary>
internal static class SafeguardingLead
{
    /// <summary>The safeguarding lead of one academy, or of each when it is not known which.</summary>
    /// <param name="about">Whom a report is about, as far as that is known: they are not among those to ring.</param>
    public static ImmutableArray<CardElement> Contacts(Trust trust, Academy? academy, ImmutableArray<string> about = default) =>
        [.. (academy is null ? trust.Academies : [academy]).Select(each => Lines.Plain(Contact(trust, each, about.IsDefault ? [] : about)))];

    public static string Names(Trust trust, Academy academy, params ImmutableArray<string> but) => string.Join(
        ", ", trust.Holders(academy.DesignatedSafeguardingLead).Where(person => !but.Contains(person.Id, StringComparer.OrdinalIgnoreCase)).Select(person => UserText.Escape(person.Name)));

    private static string Contact(Trust trust, Academy academy, ImmutableArray<string> about)
    {
        var names = Names(trust, academy, about) is { Length: > 0 } known ? known : "the safeguarding lead";
        var phone = academy.DesignatedSafeguardingLead.Phone is { Length: > 0 } number
            ? $"ring **{UserText.Escape(number)}**"
            : "ring the school office and ask for the safeguarding lead";
        return $"**{UserText.Escape(academy.Name)}**: {names}, {phone}";
    }
}
