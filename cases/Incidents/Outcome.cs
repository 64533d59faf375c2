using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>How an incident ended, as SLT recorded it.</summary>
/// <param name="Result">One of <see cref="OutcomeChoices.Results"/>.</param>
/// <param name="Reason">Why, in SLT's words.</param>
/// <param name="Referrals">Who it was referred to: values of <see cref="OutcomeChoices.Referrals"/>; empty means nobody, with <paramref name="NoReferralBecause"/>.</param>
public sealed record Outcome(string Result, string Reason, ImmutableArray<string> Referrals, string? NoReferralBecause, PersonRef By, DateTimeOffset At);

public sealed record Acknowledgement(PersonRef By, DateTimeOffset At);

public static class OutcomeChoices
{
    public const string Nobody = "none";

    public static readonly ImmutableArray<(string Value, string Title)> Results =
    [
        ("no_action", "Looked into, no action needed"), ("content_removed", "Content removed or hidden"),
        ("advice", "Advice or training given"), ("behaviour_policy", "Dealt with under the behaviour policy"),
        ("disciplinary", "Passed to the disciplinary process"), ("referred", "Referred to an outside agency"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> Referrals =
    [
        ("safeguarding_lead", "Designated safeguarding lead"), ("police", "Police"), ("local_authority", "Local authority"),
        ("data_protection_officer", "Data protection officer"), ("hr", "HR"), ("platform", "The platform"),
        ("lado", "Local authority designated officer (LADO)"), ("ico", "Information Commissioner's Office (ICO)"), ("posh", "Professionals Online Safety Helpline (POSH)"),
        (Nobody, "Nobody"),
    ];
}
