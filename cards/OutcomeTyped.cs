using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards;

/// <summary>What stands in the outcome form, as it was typed: kept when something about it is wrong.</summary>
/// <param name="Referrals">Values of <see cref="OutcomeChoices.Referrals"/>, <c>none</c> among them.</param>
public sealed record OutcomeTyped(string Result, string Reason, ImmutableArray<string> Referrals, string NoReferral)
{
    public static readonly OutcomeTyped Nothing = new("", "", [], "");
}
