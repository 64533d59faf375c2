using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Whether a loss of personal data was reported to the Information Commissioner's Office (ICO). Where it was not, the law wants the reason recorded.</summary>
/// <param name="Result">One of the values below.</param>
public sealed record BreachDecision(string Result, string? Reason, PersonRef By, DateTimeOffset At)
{
    public const string Reported = "reported";
    public const string NotReported = "not_reported";
    public const string NotPersonalData = "not_personal_data";
}
