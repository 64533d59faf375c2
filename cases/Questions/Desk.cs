using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Questions;

/// <summary>Who a question can lie with: a role, so that whoever fills it today can answer.</summary>
public enum Desk
{
    SocialMediaManager,
    ChiefExecutive,
    DataProtectionOfficer,
    LineManager,
}

/// <summary>Who sits at a desk.</summary>
public static class Desks
{
    public static readonly ImmutableArray<(string Value, string Title)> Titles =
    [
        (nameof(Desk.SocialMediaManager), "Social Media Manager"), (nameof(Desk.ChiefExecutive), "Chief Executive"),
        (nameof(Desk.DataProtectionOfficer), "Data Protection Officer"), (nameof(Desk.LineManager), "line manager of the person who asks"),
    ];

    /// <summary>As it stands behind a name: "Tom Whitaker, Social Media Manager".</summary>
    public static string Title(this Desk desk) => desk is Desk.LineManager ? "line manager" : Titles.First(title => title.Value == desk.ToString()).Title;

    /// <summary>The people at a desk, by Entra object id. Whoever asked is never among them: nobody answers themselves.</summary>
    public static ImmutableArray<string> PeopleAt(this Trust trust, Desk desk, string askerId) =>
    [
        .. (desk switch
        {
            Desk.SocialMediaManager => trust.SocialMediaManager.People,
            Desk.ChiefExecutive => trust.ChiefExecutive.People,
            Desk.DataProtectionOfficer => trust.DataProtectionOfficer.People,
            _ => trust.FindPerson(askerId)?.Manager is { } manager ? [manager] : [],
        }).Where(id => !id.Equals(askerId, StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>The desks other than this one at which somebody sits.</summary>
    public static ImmutableArray<Desk> Others(this Trust trust, Desk desk, string askerId) =>
        [.. Enum.GetValues<Desk>().Where(other => other != desk && !trust.PeopleAt(other, askerId).IsEmpty)];
}
