using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>An incident in front of one of those who handle it, with what they have typed so far.</summary>
/// <param name="Reader">The Entra object id of who looks.</param>
/// <param name="DeliveryKey">Which of the case's cards they pressed on.</param>
public sealed record CaseView(Incident Incident, Academy Academy, Trust Trust, string Reader, DateTimeOffset Now, string? DeliveryKey)
{
    public Typed Typed { get; init; } = Typed.Nothing;

    public ReportProblems Problems { get; init; } = ReportProblems.None;

    /// <summary>What happened in the meantime; null when nothing did.</summary>
    public string? Notice { get; init; }

    /// <summary>Whom it can be handed on to: the others who handle it, as far as they are known.</summary>
    internal IEnumerable<Person> Successors =>
        IncidentAudience.Of(Incident.Report, Academy, Trust).Handlers.Where(id => !HandlingActs.IsOwner(this, id) && id != Reader).Select(Trust.FindPerson).OfType<Person>();
}

/// <summary>What stands in a form's fields, as it was typed: kept when something about it is wrong, or somebody was faster.</summary>
public sealed record Typed(ImmutableDictionary<string, string> Fields)
{
    public static readonly Typed Nothing = new(ImmutableDictionary<string, string>.Empty);

    public string this[string field] => Fields.GetValueOrDefault(field, "");
}
