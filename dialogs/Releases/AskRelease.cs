using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Releases;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Cases.Secrets;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Dialogs.Releases;

/// <summary>Somebody asks that they, or another, may see the sign-in details of an account.</summary>
internal static class AskRelease
{
    private const int UsualDays = 3;

    public static Step Form(Arrival.Pressed pressed) => new(new Needs { Accounts = true }, (turn, known) =>
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(NoticeCards.InPrivate());
        var today = Today(turn, known);
        var account = CaseReference.TryParse(pressed.Data.Text(Fields.Case), out var reference) && reference.Kind == CaseReference.Account ? reference.ToString() : "";
        var handover = CaseReference.TryParse(pressed.Data.Text(Fields.Handover), out var of) ? of.ToString() : "";
        var typed = new ReleaseTyped(turn.Id, account, "", "", Input(today), Input(today.AddDays(UsualDays)), handover);
        return Decision.Say(ReleaseForms.Ask(typed, Offered(known), ReportProblems.None, known.Trust));
    });

    public static Step Send(Arrival.Pressed pressed) => new(
        new Needs { Accounts = true, ReleaseOf = DraftOf(pressed), NextReference = CaseReference.Release }, (turn, known) =>
        {
            // A second press on the same form finds what the first one made.
            if (known.Release is { } made)
                return made.IsRequester(turn.Who.Id) ? HandleRelease.Show(made, turn, known) : Decision.Tell(ReleaseRules.NotYours);
            if (turn.Where.Kind is not ConversationKind.Personal || known.NextReference is not { } reference || DraftOf(pressed) is not { } draft)
                return Decision.Tell("This form is no longer good. Please open a new one: type vault.");
            var typed = Typed(pressed.Data, draft);
            var (asked, problems) = Read(typed, reference, turn, known);
            if (asked is null)
                return Decision.Show(ReleaseForms.Ask(typed, Offered(known), problems, known.Trust));
            if (ReleaseRules.Ask(asked, known.Trust, turn.When) is not Ruling<Release>.Allowed allowed)
                return Again(typed, (Ruling<Release>.Refused)ReleaseRules.Ask(asked, known.Trust, turn.When), known);
            return HandleRelease.Show(allowed.After, turn, known) with
            {
                Case = new CaseChange(0, allowed.After, allowed.Entries),
                AdoptedAs = CardKeys.Handler(reference, turn.Who.Id),
                Sends = [.. ReleaseSends.Changed(allowed.After, known.Trust).Where(send => send.Card == CardKeys.Handler(reference, turn.Who.Id)), .. ReleaseSends.ToApprovers(allowed.After, known.Trust)],
            };
        });

    private static (Release? Asked, ReportProblems Problems) Read(ReleaseTyped typed, CaseReference reference, Turn turn, Known known)
    {
        var problems = ReportProblems.None;
        if (Offered(known).FirstOrDefault(each => each.Reference.ToString() == typed.Account) is not { } account)
            return (null, problems.With(Fields.Chosen, "Please choose the account."));
        if (Recipient(typed.Recipient, turn, known.Trust) is not { } recipient)
            return (null, problems.With(Fields.HandTo, "They are not of the staff as far as I know. Please choose somebody else."));
        if (Day(typed.FirstDay) is not { } first)
            return (null, problems.With(Fields.FirstDay, "Please choose a day."));
        if (Day(typed.LastDay) is not { } last)
            return (null, problems.With(Fields.LastDay, "Please choose a day."));
        var (from, to) = (known.Trust.Moment(first.ToDateTime(TimeOnly.MinValue)), known.Trust.Moment(last.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        return (new Release(
            reference, account.Academy, account.Reference.ToString(), account.Name, turn.Who.Ref, recipient, typed.Why, typed.Handover.Length > 0 ? typed.Handover : null, from, to, turn.When,
            typed.Draft, ReleaseStatus.Asked, TrailHead.Start), problems);
    }

    // Beside the field that it is about; and a password that was typed into it is not shown again.
    private static Decision Again(ReleaseTyped typed, Ruling<Release>.Refused refused, Known known)
    {
        var field = refused.Sentence == ReleaseRules.Nobody ? Fields.HandTo : refused.Sentence.Contains("last day", StringComparison.Ordinal) ? Fields.LastDay : Fields.Reason;
        return Decision.Show(ReleaseForms.Ask(
            LooksSecret.In(typed.Why) ? typed with { Why = "" } : typed, Offered(known), ReportProblems.None.With(field, refused.Sentence), known.Trust));
    }

    private static PersonRef? Recipient(string id, Turn turn, Trust trust) =>
        id.Length == 0 || id.Equals(turn.Who.Id, StringComparison.OrdinalIgnoreCase) ? turn.Who.Ref
        : trust.FindPerson(id) is { } person && (trust.Staff is not { } staff || staff.People.Concat(trust.RoleHolders()).Contains(id, StringComparer.OrdinalIgnoreCase)) ? person.Ref
        : null;

    private static ImmutableArray<Account> Offered(Known known) => [.. known.Accounts.Where(account => account.Status is not AccountStatus.Closed)];

    private static ReleaseTyped Typed(PressedData data, string draft) => new(
        draft, Short(data.Text(Fields.Chosen), 30), Short(data.Text(Fields.HandTo), 100), Short(data.Text(Fields.Reason), Limits.Because), Short(data.Text(Fields.FirstDay), 20),
        Short(data.Text(Fields.LastDay), 20), CaseReference.TryParse(data.Text(Fields.Handover), out var of) ? of.ToString() : "");

    private static string? DraftOf(Arrival.Pressed pressed) => pressed.Data.Text(Fields.Draft) is { Length: > 0 and <= 64 } draft && draft.All(char.IsAsciiLetterOrDigit) ? draft : null;

    private static DateOnly? Day(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 3000 ? day : null;

    private static DateOnly Today(Turn turn, Known known) => DateOnly.FromDateTime(known.Trust.Local(turn.When).DateTime);

    private static string Input(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
