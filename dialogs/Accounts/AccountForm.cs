using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>Reads a page of the register and says, field by field, what is wrong and what to do about it.</summary>
internal static class AccountForm
{
    private const int LongestList = 1000;

    private static readonly ImmutableArray<string> What = [Fields.Platform, Fields.Account, AccountFields.Name, Fields.Academy, AccountFields.Lead, Fields.Link, AccountFields.Purpose, Fields.Audience];
    private static readonly ImmutableArray<string> Who = [AccountFields.Lead, AccountFields.Deputy, AccountFields.Administrators];

    private static readonly ImmutableArray<string> Safe =
        [AccountFields.Owner, AccountFields.RecoveryEmail, AccountFields.RecoveryPhone, AccountFields.TwoFactor, AccountFields.VaultEntry, AccountFields.NextReview];

    /// <summary>What was typed on a page, kept as it is. What is far too long is cut: no card could show it again.</summary>
    public static Typed Read(AccountPage page, PressedData data) => new(
        (page switch
        {
            AccountPage.What => What,
            AccountPage.Who => Who,
            AccountPage.Safe => Safe,
            AccountPage.Status => [AccountFields.Status, Fields.Reason],
            _ => [AccountFields.Wrong],
        }).ToImmutableDictionary(field => field, field => data.Text(field) is var text && text.Length <= LongestList ? text : text[..LongestList], StringComparer.Ordinal));

    /// <summary>What the page says of an account.</summary>
    /// <param name="facts">What was known before.</param>
    /// <param name="page">Which page it is.</param>
    /// <param name="typed">What stands on it.</param>
    /// <param name="academies">Those that this person may choose.</param>
    /// <param name="trust">Knows the people.</param>
    public static (AccountFacts Facts, ReportProblems Problems) Facts(
        AccountFacts facts, AccountPage page, Typed typed, ImmutableArray<(string Value, string Title)> academies, Trust trust) => page switch
        {
            AccountPage.What => WhatFacts(facts, typed, academies),
            AccountPage.Who => WhoFacts(facts, typed, trust),
            AccountPage.Safe => SafeFacts(facts, typed),
            _ => (facts, ReportProblems.None),
        };

    /// <summary>Somebody of the directory; null when the field is empty, or names nobody whom it knows.</summary>
    public static PersonRef? Person(string id, Trust trust) =>
        trust.FindPerson(id)?.Ref ?? (trust.People.IsEmpty && Guid.TryParseExact(id, "D", out _) ? new PersonRef(id.ToLowerInvariant(), "a colleague") : null);

    /// <summary>What is wrong with a field in which one person is picked.</summary>
    public static ReportProblems Picked(ReportProblems problems, string field, Typed typed, Trust trust) =>
        typed[field].Length == 0 || Person(typed[field], trust) is not null ? problems : problems.With(field, "Please choose one person from the list.");

    public static ReportProblems Said(ReportProblems problems, string field, string? wrong) => wrong is null ? problems : problems.With(field, wrong);

    private static (AccountFacts, ReportProblems) WhatFacts(AccountFacts facts, Typed typed, ImmutableArray<(string Value, string Title)> academies)
    {
        var problems = ReportProblems.None;
        if (AccountChoices.Platforms.All(platform => platform.Value != typed[Fields.Platform]))
            problems = problems.With(Fields.Platform, "Please choose the platform.");
        if (academies.All(academy => academy.Value != typed[Fields.Academy]))
            problems = problems.With(Fields.Academy, "Please choose whose it is.");
        problems = Said(problems, Fields.Account, AccountWords.WrongHandle(typed[Fields.Account]));
        problems = Said(problems, AccountFields.Name, AccountWords.WrongName(typed[AccountFields.Name]));
        problems = Said(problems, Fields.Link, AccountWords.WrongLink(typed[Fields.Link]));
        problems = Said(problems, AccountFields.Purpose, AccountWords.TooLong(typed[AccountFields.Purpose], AccountWords.Purpose));
        problems = Said(problems, Fields.Audience, AccountWords.TooLong(typed[Fields.Audience], AccountWords.Audience));
        return (facts with
        {
            Academy = typed[Fields.Academy] == AccountForms.TheTrust ? "" : typed[Fields.Academy],
            Platform = typed[Fields.Platform],
            Handle = typed[Fields.Account].Trim().TrimStart('@').Trim(),
            Name = typed[AccountFields.Name],
            Link = OrNull(typed[Fields.Link]),
            Purpose = OrNull(typed[AccountFields.Purpose]),
            Audience = OrNull(typed[Fields.Audience]),
        }, problems);
    }

    private static (AccountFacts, ReportProblems) WhoFacts(AccountFacts facts, Typed typed, Trust trust)
    {
        var problems = Picked(Picked(ReportProblems.None, AccountFields.Lead, typed, trust), AccountFields.Deputy, typed, trust);
        if (typed[AccountFields.Deputy].Length > 0 && typed[AccountFields.Deputy].Equals(typed[AccountFields.Lead], StringComparison.OrdinalIgnoreCase))
            problems = problems.With(AccountFields.Deputy, "Please choose somebody other than the lead.");
        var chosen = PressedData.Split(typed[AccountFields.Administrators]);
        var people = chosen.Select(id => Person(id, trust)).OfType<PersonRef>().DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (chosen.Length > AccountWords.Administrators || people.Length < chosen.Distinct(StringComparer.OrdinalIgnoreCase).Count())
            problems = problems.With(AccountFields.Administrators, $"Please choose people from the list, at most {AccountWords.Administrators}.");
        return (facts with { Deputy = Person(typed[AccountFields.Deputy], trust), Administrators = people }, problems);
    }

    private static (AccountFacts, ReportProblems) SafeFacts(AccountFacts facts, Typed typed)
    {
        var problems = Said(ReportProblems.None, AccountFields.Owner, AccountWords.WrongOwner(typed[AccountFields.Owner]));
        if (!facts.IsInVault)
            problems = Said(problems, AccountFields.VaultEntry, AccountWords.WrongVaultEntry(typed[AccountFields.VaultEntry]));
        var review = Days.Read(typed[AccountFields.NextReview]);
        if (typed[AccountFields.NextReview].Length > 0 && review is null)
            problems = problems.With(AccountFields.NextReview, "Please choose the day from the calendar.");
        return (facts with
        {
            OwnerOfRecord = OrNull(typed[AccountFields.Owner]),
            RecoveryEmailIsTrusts = OneOf<IsSo>(typed[AccountFields.RecoveryEmail]),
            RecoveryPhoneIsTrusts = OneOf<IsSo>(typed[AccountFields.RecoveryPhone]),
            TwoFactor = OneOf<TwoFactor>(typed[AccountFields.TwoFactor]),
            VaultEntry = facts.IsInVault ? facts.VaultEntry : OrNull(typed[AccountFields.VaultEntry]),
            NextReview = review,
        }, problems);
    }

    // A number is a name to the parser too, of any value.
    private static TChoice OneOf<TChoice>(string text) where TChoice : struct, Enum => Enum.GetValues<TChoice>().FirstOrDefault(choice => choice.ToString() == text);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
