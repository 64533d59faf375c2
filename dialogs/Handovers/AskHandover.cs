using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Handovers;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs.Handovers;

/// <summary>"Hand over an account": the form, and what becomes of it. What was typed stays on the form until it is sent.</summary>
internal static class AskHandover
{
    private const string InPrivate = "Please do this in your own chat with me.";
    private const int LongestId = 100;

    // Nobody plans further ahead, and a slip of the year is seen.
    private const int MostDaysAhead = 400;
    private const int MostDaysBack = 400;

    private static readonly Needs Register = new() { Accounts = true };

    public static Step Start { get; } = new(Register, static (turn, known) => Begin("", turn, known));

    /// <summary>From an account's own button, or with its reference typed behind the word.</summary>
    public static Step For(string account) => new(Register, (turn, known) => Begin(account, turn, known));

    public static Step For(Arrival.Pressed pressed) => For(pressed.Data.Text(Fields.Case));

    public static Decision Cancel(Turn turn, Known known) => turn.Where.Kind is ConversationKind.Personal ? Decision.Show(HandoverAskCards.Cancelled()) : Decision.Tell(InPrivate);

    /// <summary>Sent twice it is one handover: the second press shows the first one's card.</summary>
    public static Step Send(Arrival.Pressed pressed)
    {
        var draft = pressed.Data.Text(Fields.Draft);
        return new Step(new Needs { Accounts = true, HandoverOf = draft.Length is > 0 and <= LongestId ? draft : null, NextReference = CaseReference.Handover, Handovers = true }, (turn, known) =>
            turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(InPrivate)
            : draft.Length is 0 or > LongestId ? Decision.Tell("This form no longer works. Nothing was sent. Type handover to begin anew.")
            : known.Handover is { } before ? before.Asker.Id == turn.Who.Id ? Decision.Show(HandoverCards.Card(before, turn.Who.Id, known.Trust, turn.When, null)) : Decision.Tell(HandoverRules.NotYours)
            : Sent(Read(draft, pressed.Data), pressed.Data, turn, known));
    }

    private static Decision Begin(string account, Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(NoticeCards.Sentence(InPrivate));
        var listed = Listed(turn, known);
        var named = listed.FirstOrDefault(each => each.Reference.ToString().Equals(account, StringComparison.OrdinalIgnoreCase));
        // Of a long list the one that was named must be in it.
        return Decision.Say(HandoverAskCards.Form(
            HandoverRequest.New(turn.Id, named?.Reference.ToString() ?? ""), ReportProblems.None, named is null ? listed : [named, .. listed.Where(each => each != named)], known.Trust, known.Library, turn.When));
    }

    private static Decision Sent(HandoverRequest typed, PressedData data, Turn turn, Known known)
    {
        var (wish, account, academy, problems) = Judge(typed, data, turn, known);
        if (wish is null || account is null)
            return Again(typed, problems, turn, known);
        if (account.Reference is { } named && known.Handovers.FirstOrDefault(each => each.IsOpen && each.Account.Reference == named) is { } open)
            return Again(typed, problems.With(Fields.HandedAccount, HandoverPeople.MaySee(open, turn.Who.Id, known.Trust)
                ? $"This account is being handed over already: {open.Reference}. Type handovers to see it."
                : "The Social Media Manager is looking after this account already. Please speak with them."), turn, known);
        if (HandoverRules.Ask(known.NextReference!, wish, account, turn.Who.Ref, academy, typed.DraftId, known.Trust, turn.When) is not Ruling<Handover>.Allowed allowed)
            return Again(
                typed, problems.With(Listed(turn, known).IsEmpty ? Fields.Why : Fields.HandedAccount, ((Ruling<Handover>.Refused)HandoverRules.Ask(known.NextReference!, wish, account, turn.Who.Ref, academy, typed.DraftId, known.Trust, turn.When)).Sentence),
                turn, known);
        var after = allowed.After;
        return new Decision
        {
            Case = new Cases.Storage.CaseChange(0, after, allowed.Entries),
            Shown = HandoverCards.Card(after, turn.Who.Id, known.Trust, turn.When, CardKeys.Handler(after.Reference, turn.Who.Id)),
            AdoptedAs = CardKeys.Handler(after.Reference, turn.Who.Id),
            Sends = [.. HandoverSends.Opened(after, known.Trust, turn.When)],
        };
    }

    private static (HandoverWish? Wish, HandedAccount? Account, string Academy, ReportProblems Problems) Judge(HandoverRequest typed, PressedData data, Turn turn, Known known)
    {
        var trust = known.Trust;
        var (account, academy, problems) = Named(typed, data, turn, known);
        if (HandoverChoices.Whys.All(why => why.Value != typed.Why))
            problems = problems.With(Fields.Why, "Please choose why.");
        if (HandoverChoices.Ways.All(way => way.Value != typed.Way))
            problems = problems.With(Fields.Way, "Please choose what should happen with it.");
        var today = DateOnly.FromDateTime(trust.Local(turn.When).DateTime);
        var day = LastDay(typed.LastDay, today);
        // Where access is gone, or must go today, there is no day to wait for.
        if (typed.LastDay.Length == 0 && typed.Why is nameof(HandoverWhy.Urgent) or nameof(HandoverWhy.LostAccess))
            day = today;
        if (day is null)
            problems = problems.With(Fields.LastDay, "Please choose their last day from the calendar. If it is past, choose that.");
        var from = Somebody(typed.From, trust);
        if (typed.From.Length > 0 && from is null)
            problems = problems.With(Fields.HandFrom, "Please choose one person from the list.");
        var closes = typed.Way == nameof(HandoverWay.Close);
        var to = closes ? null : Somebody(typed.To, trust);
        if (!closes && to is null)
            problems = problems.With(Fields.HandTo, typed.To.Length == 0 ? "Please choose who takes it over, or choose to close it." : "Please choose one person of the staff from the list.");
        var leaver = from ?? account?.Lead;
        if (to is not null && HandoverPeople.Same(leaver, to))
            problems = problems.With(Fields.HandTo, "Whoever hands it over cannot take it over. Please choose somebody else.");
        if (problems.Any || account is null)
            return (null, null, academy, problems);
        return (new HandoverWish(Enum.Parse<HandoverWhy>(typed.Why), closes ? HandoverWay.Close : HandoverWay.Transfer, day!.Value, leaver, to), account, academy, problems);
    }

    private static (HandedAccount? Account, string Academy, ReportProblems Problems) Named(HandoverRequest typed, PressedData data, Turn turn, Known known)
    {
        var own = turn.Who.Academy ?? "";
        if (typed.Account != Fields.NotListed && known.Accounts.FirstOrDefault(each => each.IsInUse && each.Reference.ToString() == typed.Account) is { } account)
            return (HandoverAccount.Of(account), account.Academy, ReportProblems.None);
        var problems = ReportProblems.None;
        if (typed.Account != Fields.NotListed && !Listed(turn, known).IsEmpty)
            return (null, own, problems.With(Fields.HandedAccount, "Please choose the account."));
        if (AccountChoices.Platforms.All(platform => platform.Value != typed.Platform))
            problems = problems.With(Fields.Platform, "Please choose the platform.");
        if (data.Text(Fields.Account).Length > HandoverAskCards.LongestName)
            problems = problems.With(Fields.Account, $"Please keep this under {HandoverAskCards.LongestName} characters.");
        else if (typed.Name.Length == 0)
            problems = problems.With(Fields.Account, "Please write its name.");
        else if (Cases.Secrets.LooksSecret.In(typed.Name))
            return (null, own, problems.With(Fields.Account, EvidenceNote.Secret));
        return problems.Any ? (null, own, problems) : (new HandedAccount(null, UserText.Plain(typed.Name).Trim(), typed.Platform, null, null), own, problems);
    }

    private static Decision Again(HandoverRequest typed, ReportProblems problems, Turn turn, Known known)
    {
        // A password that was typed is not shown again either: the answer to a press is kept for a while.
        var shown = Cases.Secrets.LooksSecret.In(typed.Name) ? typed with { Name = "" } : typed;
        var listed = Listed(turn, known);
        var named = known.Accounts.FirstOrDefault(each => each.IsInUse && each.Reference.ToString() == typed.Account);
        return Decision.Show(HandoverAskCards.Form(shown, problems, named is null ? listed : [named, .. listed.Where(each => each != named)], known.Trust, known.Library, turn.When));
    }

    /// <summary>The accounts that somebody can ask for: those that concern them first.</summary>
    private static ImmutableArray<Account> Listed(Turn turn, Known known) =>
    [
        .. known.Accounts.Where(account => account.IsInUse && (account.IsOf(turn.Who.Id) || MayAsk(account, turn, known)))
            .OrderByDescending(account => account.IsLead(turn.Who.Id)).ThenByDescending(account => account.IsOf(turn.Who.Id))
            .ThenByDescending(account => known.Trust.FindPerson(account.Lead?.Id)?.Manager?.Equals(turn.Who.Id, StringComparison.OrdinalIgnoreCase) is true)
            .ThenBy(account => account.Name, StringComparer.OrdinalIgnoreCase),
    ];

    private static bool MayAsk(Account account, Turn turn, Known known) => HandoverPeople.MayAsk(
        turn.Who.Id, account.Academy, new HandoverWish(HandoverWhy.Leaving, HandoverWay.Close, DateOnly.MinValue, account.Lead, null), HandoverAccount.Of(account), known.Trust);

    /// <summary>Somebody of the staff, from the people picker.</summary>
    internal static PersonRef? Somebody(string id, Trust trust) =>
        trust.FindPerson(id) is { } person && (trust.Staff is not { } staff || staff.People.Concat(trust.RoleHolders()).Contains(person.Id, StringComparer.OrdinalIgnoreCase)) ? person.Ref : null;

    /// <summary>A day from the calendar, as far as it can be meant.</summary>
    internal static DateOnly? LastDay(string text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Math.Abs(day.DayNumber - today.DayNumber) <= (day > today ? MostDaysAhead : MostDaysBack) ? day : null;

    private static HandoverRequest Read(string draft, PressedData data) => new(
        draft, Short(data.Text(Fields.HandedAccount), LongestId), Short(data.Text(Fields.Platform), LongestId), Short(data.Text(Fields.Account), HandoverAskCards.LongestName),
        Short(data.Text(Fields.Why), LongestId), Short(data.Text(Fields.LastDay), LongestId), Short(data.Text(Fields.HandFrom), LongestId), Short(data.Text(Fields.HandTo), LongestId),
        Short(data.Text(Fields.Way), LongestId));

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
