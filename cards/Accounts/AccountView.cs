using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Accounts;

/// <summary>The short pages on which the register is filled in.</summary>
public enum AccountPage
{
    /// <summary>Which account it is, and what for; on a new one also who leads it.</summary>
    What,

    /// <summary>Who looks after it.</summary>
    Who,

    /// <summary>How it is kept safe.</summary>
    Safe,

    /// <summary>Open, parked or closed.</summary>
    Status,

    /// <summary>Whoever looks after it says what is wrong.</summary>
    Wrong,
}

/// <summary>A page of the register in front of somebody, with what they have typed so far.</summary>
/// <param name="Account">Null for one that is being added.</param>
public sealed record AccountView(AccountPage Page, Account? Account, Trust Trust, DateTimeOffset Now)
{
    /// <summary>What stands in the fields; null: what the register says.</summary>
    public Typed? Typed { get; init; }

    public ReportProblems Problems { get; init; } = ReportProblems.None;

    /// <summary>What happened in the meantime; null when nothing did.</summary>
    public string? Notice { get; init; }

    /// <summary>Names the form of a new account for good: sent twice it is one account.</summary>
    public string Draft { get; init; } = "";

    /// <summary>The academies among which this person can choose; an empty key stands for the Trust itself.</summary>
    public ImmutableArray<(string Value, string Title)> Academies { get; init; } = [];
}
