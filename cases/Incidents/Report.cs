using System.Text.Json.Serialization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>What was reported, as the reporter confirmed it on the review card.</summary>
/// <param name="SeenAt">When it was posted or seen, as far as the reporter knows.</param>
/// <param name="TimeKnown">False when only the day is known; <paramref name="SeenAt"/> is then its beginning.</param>
/// <param name="Affected">Who is affected: kinds of people, never names (see <see cref="ReportChoices.Affected"/>).</param>
/// <param name="About">Who it is about, as far as they are in the directory.</param>
/// <param name="AboutOthers">Who it is about in the reporter's words, when they are not in the directory.</param>
public sealed record Report(
    Risk Risk,
    string WhatHappened,
    string Platform,
    string? Account,
    string? Link,
    DateTimeOffset SeenAt,
    bool TimeKnown,
    ImmutableArray<string> Affected,
    ImmutableArray<PersonRef> About,
    string? AboutOthers)
{
    /// <summary>In place of what happened where it is about an indecent image.</summary>
    public const string Image = "A nude or indecent image of somebody under 18, as far as the reporter knows. Nobody was asked to describe it.";

    /// <summary>What the reporter said that it is; null when they were not asked.</summary>
    public Route? Answered { get; init; }

    /// <summary>What the words of the report suggest; null when they were not looked at.</summary>
    public Route? Suggested { get; init; }

    /// <summary>Whom the reporter had told already, in their words; asked where a child may be at risk.</summary>
    public string? Told { get; init; }

    /// <summary>The reporter's name is shown to nobody; those who handle the case may ask for it, and each time is recorded.</summary>
    public bool Confidential { get; init; }

    /// <summary>The way that it takes: the safest of what was answered and what the words suggest.</summary>
    [JsonIgnore]
    public Route Route => RouteRules.Safest(RouteRules.Of(Risk), Answered ?? Route.Grievance, Suggested ?? Route.Grievance);
}
