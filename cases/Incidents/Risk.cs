namespace PolicyBot.Cases.Incidents;

/// <summary>What the reporter answered to the first question, before any form.</summary>
public enum Risk
{
    None,
    DangerNow,
    ChildAtRisk,
    Unsure,
}

public static class RiskRules
{
    /// <summary>True when the safeguarding lead must be told and no detail may stand in a channel. Unsure counts: the safe side is the safeguarding side.</summary>
    public static bool IsSafeguarding(this Risk risk) => risk is not Risk.None;
}
