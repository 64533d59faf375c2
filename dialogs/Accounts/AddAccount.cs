using PolicyBot.Cards;
using PolicyBot.Cards.Accounts;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>Puts an account into the register: one short page, and the rest on its card.</summary>
internal static class AddAccount
{
    /// <summary>Pressed or typed.</summary>
    public static readonly Step Start = new(Needs.Nothing, (turn, known) =>
    {
        if (Refused(turn, known) is { } sentence)
            return turn.Arrival is Arrival.Pressed ? Decision.Tell(sentence) : Decision.Say(NoticeCards.Sentence(sentence));
        var form = AccountForms.Form(View(turn, known) with { Draft = turn.Id });
        return turn.Arrival is Arrival.Pressed ? Decision.Show(form) : Decision.Say(form);
    });

    public static Step Step(Arrival.Pressed pressed) => new(new Needs { Accounts = true, NextReference = CaseReference.Account }, (turn, known) =>
    {
        if (Refused(turn, known) is { } sentence)
            return Decision.Tell(sentence);
        var draft = pressed.Data.Text(Fields.Draft);
        if (draft.Length is 0 or > 200)
            return Decision.Tell("This form is too old. Nothing has changed. Type accounts to see the register.");
        if (known.Accounts.FirstOrDefault(account => account.DraftId == draft) is { } added)
            return HandleAccount.RoleOf(added, turn.Who.Id, known.Trust) is null ? Decision.Tell(HandleAccount.NotYours) : HandleAccount.Show(added, turn, known, "This account was added already.");

        var typed = AccountForm.Read(AccountPage.What, pressed.Data);
        var view = View(turn, known) with { Draft = draft, Typed = typed };
        var (facts, problems) = AccountForm.Facts(new AccountFacts("", "", "", ""), AccountPage.What, typed, view.Academies, known.Trust);
        problems = AccountForm.Picked(problems, AccountFields.Lead, typed, known.Trust);
        if (problems.Any)
            return Decision.Show(AccountForms.Form(view with { Problems = problems }));
        return AccountRules.Add(known.NextReference!, facts, AccountForm.Person(typed[AccountFields.Lead], known.Trust), known.Accounts, turn.Who.Ref, draft, turn.When) switch
        {
            Ruling<Account>.Allowed { After: var account } allowed => HandleAccount.Show(account, turn, known, "It is in the register. What is not known yet stands here: you can fill it in now or later.") with
            {
                Case = new CaseChange(0, account, allowed.Entries),
                Sends = [.. AccountSends.NewLead(account, turn.Who.Id, known.Trust)],
            },
            Ruling<Account>.Refused refused => Decision.Show(AccountForms.Form(view with { Notice = refused.Sentence })),
            _ => throw new InvalidOperationException("A ruling is one of two."),
        };
    });

    /// <summary>The Trust itself for those who keep all of the register, and the academies that somebody keeps.</summary>
    public static ImmutableArray<(string Value, string Title)> Academies(Trust trust, string personId) =>
    [
        .. RegisterKeepers.Keeps(trust, "", personId) ? (ImmutableArray<(string, string)>)[(AccountForms.TheTrust, $"{UserText.Plain(trust.Name)} itself")] : [],
        .. trust.Academies.Where(academy => RegisterKeepers.Keeps(trust, academy.Key, personId)).Select(academy => (academy.Key, UserText.Plain(academy.Name))),
    ];

    private static AccountView View(Turn turn, Known known) => new(AccountPage.What, null, known.Trust, turn.When) { Academies = Academies(known.Trust, turn.Who.Id) };

    private static string? Refused(Turn turn, Known known) =>
        turn.Where.Kind is not ConversationKind.Personal ? HandleAccount.InPrivate
        : RegisterKeepers.KeepsAny(known.Trust, turn.Who.Id) ? null
        : "Only the Social Media Manager and their deputies add accounts to the register. Nothing has changed.";
}
