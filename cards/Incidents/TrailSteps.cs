using System.Collections.Frozen;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>The stable names of the trail, in words.</summary>
public static class TrailSteps
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["incident.reported"] = "Reported",
        ["incident.acknowledged"] = "Acknowledged",
        ["incident.closed"] = "Closed",
        [HoldRules.Placed] = "Legal hold placed",
        [HoldRules.Lifted] = "Legal hold lifted",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What happened. A step without words of its own is said by its name: <c>incident.handed_on</c> is "Handed on".</summary>
    public static string Name(string type) => Names.GetValueOrDefault(type) ?? Spoken(type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    /// <summary>As "No referral because".</summary>
    public static string Field(string field) => Spoken(string.Concat(field.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")));

    /// <summary>A choice by its title, anything else as it was typed.</summary>
    public static string Said(string field, string text) => field == "result" ? ReportChoices.TitleOf(OutcomeChoices.Results, text) : text;

    private static string Spoken(string name)
    {
        var words = UserText.Escape(name.Replace('.', ' ').Replace('_', ' '));
        return words.Length == 0 ? "A step" : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }
}
