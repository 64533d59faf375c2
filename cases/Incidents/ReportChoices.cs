namespace PolicyBot.Cases.Incidents;

/// <summary>The choices on the report form: stable values with the words people read.</summary>
public static class ReportChoices
{
    public static readonly ImmutableArray<(string Value, string Title)> Platforms =
    [
        ("facebook", "Facebook"), ("instagram", "Instagram"), ("x", "X (Twitter)"), ("tiktok", "TikTok"), ("snapchat", "Snapchat"),
        ("whatsapp", "WhatsApp"), ("youtube", "YouTube"), ("linkedin", "LinkedIn"), ("other", "Somewhere else"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> Affected =
    [
        ("pupil", "A pupil or pupils"), ("staff", "A member of staff"), ("parent", "A parent or carer"),
        ("trust", "The academy or the Trust"), ("other", "Somebody else"),
    ];

    public static readonly ImmutableArray<(Risk Value, string Title)> Risks =
    [
        (Risk.None, "No, nobody is in danger"), (Risk.DangerNow, "Someone is in danger now"),
        (Risk.ChildAtRisk, "A child may be at risk"), (Risk.Unsure, "I am not sure"),
    ];

    public static string TitleOf(ImmutableArray<(string Value, string Title)> choices, string value) =>
        choices.FirstOrDefault(choice => choice.Value == value) is { Title: { } title } ? title : value;
}
