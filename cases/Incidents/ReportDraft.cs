using System.Text.Json.Serialization;

namespace PolicyBot.Cases.Incidents;

/// <summary>The cards that a report walks through, in order.</summary>
public enum ReportStep
{
    Danger,
    Help,
    What,
    Where,
    Who,

    /// <summary>What the words sound like, as a question.</summary>
    Check,
    Review,
}

/// <summary>
/// A report that somebody is still writing, kept as they typed it: a wrong date stays on the card for them to mend.
/// It belongs to one chat and survives a restart.
/// </summary>
/// <param name="Id">Names this draft for good: the same draft submitted twice is one case.</param>
public sealed record ReportDraft(string Id, DateTimeOffset StartedAt, ReportStep Step)
{
    public Risk? Risk { get; init; }
    /// <summary>What the reporter said that it is; null before they were asked.</summary>
    public Route? Answered { get; init; }
    /// <summary>What the words suggest; null before they were looked at.</summary>
    public Route? Suggested { get; init; }
    public bool Confidential { get; init; }

    /// <summary>The reference of the case that it changes; empty for a new report.</summary>
    public string Case { get; init; } = "";
    public string What { get; init; } = "";
    public string Platform { get; init; } = "";
    public string Account { get; init; } = "";
    public string Link { get; init; } = "";
    /// <summary>A date as <c>2026-11-15</c>.</summary>
    public string Date { get; init; } = "";
    /// <summary>A time of day as <c>09:00</c>, or empty when the reporter does not know.</summary>
    public string Time { get; init; } = "";
    public ImmutableArray<string> Affected { get; init; } = [];
    /// <summary>Entra object ids from the people picker.</summary>
    public ImmutableArray<string> AboutIds { get; init; } = [];
    public string AboutOthers { get; init; } = "";
    /// <summary>Whom the reporter has told already.</summary>
    public string Told { get; init; } = "";
    /// <summary>The academy's key.</summary>
    public string Academy { get; init; } = "";

    /// <summary>The files that were sent for it so far; they come into the case when it is sent.</summary>
    public ImmutableArray<EvidencePiece> Evidence { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>As <see cref="Incident.NoFiles"/>.</summary>
    public bool NoFiles { get; init; }

    /// <summary>As <see cref="Incident.TakesFiles"/>.</summary>
    [JsonIgnore]
    public bool TakesFiles => !NoFiles && Answered is not Incidents.Route.IndecentImage && Suggested is not Incidents.Route.IndecentImage;

    /// <summary>
    /// True where the reporter says that it is about an indecent image: then nobody is asked to describe it or to link to it, and what was typed before is not
    /// sent. It stays in the draft, for whoever goes back and says that it is something else.
    /// </summary>
    [JsonIgnore]
    public bool IsShort => Answered is Incidents.Route.IndecentImage;

    /// <summary>The way that it will take, as far as it is known: see <see cref="Report.Route"/>.</summary>
    [JsonIgnore]
    public Route Route => RouteRules.Safest(RouteRules.Of(Risk ?? Incidents.Risk.Unsure), Answered ?? Route.Grievance, Suggested ?? Route.Grievance);
}
