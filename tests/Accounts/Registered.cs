using PolicyBot.Bot.People;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Accounts;

/// <summary>An account of the register, and the Trust that it belongs to. It is Monday, 09:30.</summary>
internal static class Registered
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    public static readonly Trust TheTrust = TrustFile.Parse(Cast.TrustWithOfficeJson(), "trust.json");

    public static readonly PersonRef Priya = Of(Cast.Teachers[0]);
    public static readonly PersonRef Tom = Of(Cast.Teachers[1]);
    public static readonly PersonRef Sam = Of(Cast.Sam);
    public static readonly PersonRef Nora = Of(Cast.Nora);
    public static readonly PersonRef Martin = Of(Cast.Martin);
    public static readonly PersonRef Ruth = Of(Cast.Ruth);

    public static readonly CaseReference Reference = new(CaseReference.Account, 2026, 1);

    /// <summary>With which all is well.</summary>
    public static readonly AccountFacts Good = new("north", "instagram", "north_academy", "North Academy on Instagram")
    {
        Link = "https://www.instagram.com/north_academy",
        Deputy = Tom,
        Administrators = [Priya, Sam],
        OwnerOfRecord = "Dudley Academies Trust",
        RecoveryEmailIsTrusts = IsSo.Yes,
        RecoveryPhoneIsTrusts = IsSo.Yes,
        TwoFactor = TwoFactor.App,
        VaultEntry = "north-instagram",
        NextReview = new DateOnly(2027, 5, 24),
    };

    public static Account Healthy { get; } = After(AccountRules.Confirm(Added(Good), new DateOnly(2027, 5, 24), Priya, Now));

    public static Account Added(AccountFacts facts, PersonRef? lead = null, int number = 1) =>
        After(AccountRules.Add(Reference with { Number = number }, facts, lead ?? Priya, [], Sam, $"draft-{number}", Now));

    public static Account After(Ruling<Account> ruling) => Assert.IsType<Ruling<Account>.Allowed>(ruling).After;

    public static string Refused(Ruling<Account> ruling) => Assert.IsType<Ruling<Account>.Refused>(ruling).Sentence;

    private static PersonRef Of(Member member) => new(member.DirectoryId!, member.Name);
}
