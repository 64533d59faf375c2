namespace PolicyBot.Cases.Incidents;

/// <summary>What the reporter answered to the first question, before any form.</summary>
public enum Risk
{
    None,
    DangerNow,
    ChildAtRisk,
    Unsure,
}
