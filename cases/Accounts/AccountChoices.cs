namespace PolicyBot.Cases.Accounts;

/// <summary>The choices on the register's cards and in its CSV: stable values with the words people read.</summary>
public static class AccountChoices
{
    public static readonly ImmutableArray<(string Value, string Title)> Platforms =
    [
        ("facebook", "Facebook"), ("instagram", "Instagram"), ("x", "X (Twitter)"), ("linkedin", "LinkedIn"), ("tiktok", "TikTok"),
        ("youtube", "YouTube"), ("snapchat", "Snapchat"), ("whatsapp", "WhatsApp"), ("other", "Somewhere else"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> Whether = [(nameof(IsSo.Yes), "Yes"), (nameof(IsSo.No), "No"), (nameof(IsSo.NotKnown), "Not known")];

    public static readonly ImmutableArray<(string Value, string Title)> TwoFactors =
    [
        (nameof(TwoFactor.App), "On, with an app"), (nameof(TwoFactor.SecurityKey), "On, with a security key"), (nameof(TwoFactor.TextMessage), "On, by text message"),
        (nameof(TwoFactor.Off), "Off"), (nameof(TwoFactor.NotKnown), "Not known"),
    ];

    public static readonly ImmutableArray<(string Value, string Title)> Statuses =
    [
        (nameof(AccountStatus.Open), "Open"), (nameof(AccountStatus.HandingOver), "Being handed over"), (nameof(AccountStatus.Parked), "Parked"),
        (nameof(AccountStatus.Closed), "Closed"),
    ];

    public static string TitleOf(ImmutableArray<(string Value, string Title)> choices, string value) =>
        choices.FirstOrDefault(choice => choice.Value == value) is { Title: { } title } ? title : value;
}
