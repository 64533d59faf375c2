using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Accounts;

/// <summary>What the register says of an account, in lines.</summary>
internal static class AccountLines
{
    private const int MostReasons = 12;
    private const int LongestNames = 300;
    private const int LongestReason = 200;

    /// <summary>As "Instagram @north_academy". Typed words in it are escaped.</summary>
    public static string Title(Account account) => $"{Platform(account)} {UserText.Escape($"@{UserText.Shorten(account.Handle, 60)}")}";

    public static string Platform(Account account) => AccountChoices.TitleOf(AccountChoices.Platforms, account.Platform);

    public static string Where(Account account, Trust trust) => trust.FindAcademy(account.Academy)?.Name ?? trust.Name;

    /// <summary>How it stands with it, in words and points.</summary>
    public static ImmutableArray<CardElement> Health(AccountHealth health) => health.Reasons.IsEmpty
        ? [Lines.Answer("All is well: 100 of 100 points.")]
        :
        [
            Lines.Answer($"{InAWord(health)}: {health.Score} of 100 points."),
            .. health.Reasons.Take(MostReasons).Select(reason => new TextBlock($"- {UserText.Escape(UserText.Shorten(reason.Sentence, LongestReason))}") { Spacing = Spacing.Small }),
            .. health.Reasons.Length > MostReasons ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {health.Reasons.Length - MostReasons} more.")] : [],
        ];

    public static string InAWord(AccountHealth health) => health.Score switch
    {
        >= 100 => "All is well",
        >= 80 => "Nearly all is well",
        >= 50 => "Needs some care",
        _ => "Needs care soon",
    };

    public static ImmutableArray<CardElement> Facts(Account account, Trust trust) =>
    [
        Lines.Subheading("What it is"),
        Lines.Named("Known as", account.Name, AccountWords.Name),
        Lines.Named("Belongs to", Where(account, trust), 120),
        Lines.Named("Link", account.Link, Limits.LinkShown),
        Lines.Named("For", account.Facts.Purpose, AccountWords.Purpose),
        Lines.Named("Read by", account.Facts.Audience, AccountWords.Audience),
        Lines.Subheading("Who looks after it"),
        Lines.Named("Leads it", account.Lead?.Name ?? "nobody", 100),
        Lines.Named("Deputy", account.Deputy?.Name ?? "nobody", 100),
        Lines.Named("Can change its settings", account.Administrators.IsEmpty ? "not known" : string.Join(", ", account.Administrators.Select(person => person.Name)), LongestNames),
        Lines.Subheading("How it is kept safe"),
        Lines.Named("Registered in the name of", account.Facts.OwnerOfRecord ?? "not known", AccountWords.Owner),
        Lines.Named("Recovery e-mail is the Trust's", Whether(account.Facts.RecoveryEmailIsTrusts), 20),
        Lines.Named("Recovery phone is the Trust's", Whether(account.Facts.RecoveryPhoneIsTrusts), 20),
        Lines.Named("Two-factor sign-in", AccountChoices.TitleOf(AccountChoices.TwoFactors, account.Facts.TwoFactor.ToString()).ToLowerInvariant(), 60),
        Lines.Named("Entry in the vault", account.VaultEntry ?? "none", AccountWords.VaultEntry),
    ];

    public static ImmutableArray<CardElement> Care(Account account, Trust trust) =>
    [
        Lines.Subheading("When somebody looked"),
        Lines.Named("Confirmed", account.LastCheck is { } check ? $"{When.FullDay(check.At, trust)}, by {check.By.Name}" : "not yet", 200),
        Lines.Named("Look again by", account.NextReview is { } review ? Days.Say(review) : "not said", 40),
        .. account.LastCheckIn is { } answer
            ? (ImmutableArray<CardElement>)[Lines.Named("Latest check-in", $"{Says(answer.Says)}, {answer.By.Name}, {When.FullDay(answer.At, trust)}", 200)]
            : [],
        .. account.Doubt is { } doubt
            ? [Lines.Subheading($"What is wrong here, says {UserText.Escape(doubt.By.Name)}"), Lines.Plain(UserText.Escape(UserText.Shorten(doubt.Words, Limits.Because))) with { Spacing = Spacing.Small }]
            : (ImmutableArray<CardElement>)[],
    ];

    public static string Says(CheckInSays says) => says switch
    {
        CheckInSays.AllWell => "all well",
        CheckInSays.SomethingCame => "something came in",
        _ => "could not look",
    };

    public static string Standing(Account account) => AccountChoices.TitleOf(AccountChoices.Statuses, account.Status.ToString());

    private static string Whether(IsSo so) => AccountChoices.TitleOf(AccountChoices.Whether, so.ToString()).ToLowerInvariant();
}
