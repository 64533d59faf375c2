namespace PolicyBot.Cases.Incidents;

/// <summary>The choices of those who handle an incident: stable values with the words people read.</summary>
public static class HandlingChoices
{
    public const string Lado = "lado";

    public static readonly ImmutableArray<(string Value, string Title)> Categories =
    [
        ("offensive", "Offensive or abusive content"), ("bullying", "Bullying or harassment"), ("threat", "A threat or another crime"),
        ("images", "Pictures of people"), ("personal_data", "Personal data"), ("confidential", "Confidential information of the Trust"),
        ("impersonation", "A false or hacked account"), ("conduct", "Conduct of staff online"), ("complaint", "A comment or complaint"),
        ("safeguarding", "Safeguarding"), ("other", "Something else"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> Severities = [("low", "Low"), ("medium", "Medium"), ("high", "High"), ("critical", "Critical")];

    /// <summary>Whom it can be taken to; the values are those of <see cref="OutcomeChoices.Referrals"/>, so that the outcome begins with them.</summary>
    public static readonly ImmutableArray<(string Value, string Title)> Agencies =
    [
        ("police", "Police"), (Lado, "Local authority designated officer (LADO)"), ("local_authority", "Local authority or its safeguarding hub (MASH)"),
        ("ico", "Information Commissioner's Office (ICO)"), ("platform", "The platform"), ("posh", "Professionals Online Safety Helpline (POSH)"),
    ];

    /// <summary>The policy's way with a parent's comment, in its order.</summary>
    public static readonly ImmutableArray<(string Value, string Title)> CommentSteps =
    [
        ("asked_to_remove", "Asked to remove it"), ("invited_to_talk", "Invited to talk in person"), ("complaints_procedure", "Pointed to the complaints procedure"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> BreachDecisions =
    [
        (BreachDecision.Reported, "Reported to the ICO"), (BreachDecision.NotReported, "Not reported, because"), (BreachDecision.NotPersonalData, "It was not personal data"),
    ];

    public static bool Has(ImmutableArray<(string Value, string Title)> choices, string value) => choices.Any(choice => choice.Value == value);
}
