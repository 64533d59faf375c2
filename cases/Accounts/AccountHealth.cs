using System.Globalization;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>Why an account needs care.</summary>
public enum HealthWhy
{
    NoLead,
    LeadGone,
    LeadLeaving,
    LeadUnknown,
    SoleAdministrator,
    NoAdministrator,
    NoTwoFactor,
    TwoFactorNotKnown,
    PersonalRecoveryEmail,
    PersonalRecoveryPhone,
    RecoveryEmailNotKnown,
    RecoveryPhoneNotKnown,
    SomethingWrong,
    OthersLeaving,
    NoDeputy,
    CheckInUnanswered,
    NotInVault,
    OwnerNotKnown,
    NotChecked,
    ReviewOverdue,
}

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Weight">What it takes from the hundred points of an account with which all is well.</param>
/// <param name="Sentence">Plain words; may hold somebody's name.</param>
public sealed record HealthReason(HealthWhy Why, int Weight, string Sentence);

/// <summary>How well an account is looked after: a hundred points, less the weight of each reason, the most urgent first.</summary>
public sealed record AccountHealth(ImmutableArray<HealthReason> Reasons)
{
    // There nobody signs in to the page itself: people act through logins of their own, and there is no password to be kept.
    private static readonly ImmutableArray<string> WithoutPassword = ["facebook", "linkedin", "youtube"];

    public int Score => Math.Max(0, 100 - Weight);

    /// <summary>Not cut off at a hundred: of two neglected accounts the worse one comes first.</summary>
    public int Weight => Reasons.Sum(reason => reason.Weight);

    /// <summary>How it stands with an account; nothing is wrong with one that is closed.</summary>
    /// <param name="viewer">Who looks: nobody reads of their own leaving here. Null for no person.</param>
    public static AccountHealth Of(Account account, Trust trust, DateTimeOffset now, string? viewer = null) => account.Status is AccountStatus.Closed
        ? new AccountHealth([])
        : new AccountHealth([.. People(account, trust, viewer).Concat(Access(account)).Concat(Care(account, trust, now)).OrderByDescending(reason => reason.Weight)]);

    private static IEnumerable<HealthReason> People(Account account, Trust trust, string? viewer)
    {
        var leavers = account.Leavers.Where(leaver => viewer is null || !leaver.Person.Id.Equals(viewer, StringComparison.OrdinalIgnoreCase)).ToLookup(leaver => account.IsLead(leaver.Person.Id));
        if (account.Lead is not { } lead)
            yield return new HealthReason(HealthWhy.NoLead, 45, "Nobody leads it.");
        else if (leavers[true].FirstOrDefault() is { } leaver)
            yield return leaver.Standing is DirectoryStanding.Leaving
                ? new HealthReason(HealthWhy.LeadLeaving, 35, $"{lead.Name}, who leads it, {Leaves(leaver)}.")
                : new HealthReason(HealthWhy.LeadGone, 45, $"{lead.Name}, who leads it, {Leaves(leaver)}.");
        else if (!trust.People.IsEmpty && trust.FindPerson(lead.Id) is null)
            yield return new HealthReason(HealthWhy.LeadUnknown, 30, $"{lead.Name}, who leads it, is not in the directory.");

        foreach (var leaver in leavers[false])
            yield return new HealthReason(HealthWhy.OthersLeaving, 15, $"{leaver.Person.Name}, {(account.IsDeputy(leaver.Person.Id) ? "its deputy" : "who can change its settings")}, {Leaves(leaver)}.");
        if (account.Deputy is null)
            yield return new HealthReason(HealthWhy.NoDeputy, 15, "It has no deputy.");
        if (account.Administrators.IsEmpty)
            yield return new HealthReason(HealthWhy.NoAdministrator, 20, "It is not known who can change its settings.");
        else if (account.Administrators.Length == 1)
            yield return new HealthReason(HealthWhy.SoleAdministrator, 25, $"Only {account.Administrators[0].Name} can change its settings.");
    }

    private static IEnumerable<HealthReason> Access(Account account)
    {
        var facts = account.Facts;
        if (facts.TwoFactor is TwoFactor.Off)
            yield return new HealthReason(HealthWhy.NoTwoFactor, 25, "Two-factor sign-in is off.");
        else if (facts.TwoFactor is TwoFactor.NotKnown)
            yield return new HealthReason(HealthWhy.TwoFactorNotKnown, 12, "It is not known whether two-factor sign-in is on.");
        if (facts.RecoveryEmailIsTrusts is IsSo.No)
            yield return new HealthReason(HealthWhy.PersonalRecoveryEmail, 25, "Its recovery e-mail is not the Trust's.");
        else if (facts.RecoveryEmailIsTrusts is IsSo.NotKnown)
            yield return new HealthReason(HealthWhy.RecoveryEmailNotKnown, 10, "It is not known whose its recovery e-mail is.");
        if (facts.RecoveryPhoneIsTrusts is IsSo.No)
            yield return new HealthReason(HealthWhy.PersonalRecoveryPhone, 20, "Its recovery phone is not the Trust's.");
        else if (facts.RecoveryPhoneIsTrusts is IsSo.NotKnown)
            yield return new HealthReason(HealthWhy.RecoveryPhoneNotKnown, 8, "It is not known whose its recovery phone is.");
        if (facts.VaultEntry is null && !WithoutPassword.Contains(facts.Platform, StringComparer.Ordinal))
            yield return new HealthReason(HealthWhy.NotInVault, 10, "Its sign-in details are not in the vault.");
        if (facts.OwnerOfRecord is null)
            yield return new HealthReason(HealthWhy.OwnerNotKnown, 10, "It is not known in whose name it is registered.");
    }

    private static IEnumerable<HealthReason> Care(Account account, Trust trust, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(trust.Local(now).DateTime);
        if (account.Doubt is { } doubt)
            yield return new HealthReason(HealthWhy.SomethingWrong, 18, $"{doubt.By.Name} says that something here is wrong.");
        if (account.CheckIn is { Stage: > CheckInStage.Lead })
            yield return new HealthReason(HealthWhy.CheckInUnanswered, 14, "Its lead did not answer the latest check-in.");
        if (account.LastChecked is not { } at)
            yield return new HealthReason(HealthWhy.NotChecked, 6, "Nobody has confirmed yet that this is right.");
        else if (at + trust.Accounts.ReviewEvery < now)
            yield return new HealthReason(HealthWhy.NotChecked, 6, $"Nobody has confirmed this since {Day(DateOnly.FromDateTime(trust.Local(at).DateTime))}.");
        if (account.NextReview is { } review && review < today)
            yield return new HealthReason(HealthWhy.ReviewOverdue, 9, $"It should have been looked at again by {Day(review)}.");
    }

    /// <summary>As "leaves on 18 December 2026".</summary>
    public static string Leaves(NoticedLeaver leaver) => leaver switch
    {
        { Standing: DirectoryStanding.Leaving, LeavesOn: { } day } => $"leaves on {Day(day)}",
        { Standing: DirectoryStanding.Leaving } => "is leaving",
        { Standing: DirectoryStanding.Disabled } => "cannot sign in any more",
        _ => "is not in the directory any more",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
