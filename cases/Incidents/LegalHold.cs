using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>A case that must be kept whatever the schedule says: an inquiry or a court may want it.</summary>
public sealed record LegalHold(string Reason, PersonRef By, DateTimeOffset At);

/// <summary>What the trail says when a hold ends.</summary>
internal sealed record HoldLifted(PersonRef By, DateTimeOffset At);
