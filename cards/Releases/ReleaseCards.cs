using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;

namespace PolicyBot.Cards.Releases;

/// <summary>A release of sign-in details, as each of those sees it whom it concerns. No card ever holds the details.</summary>
public static class ReleaseCards
{
    private const int Shown = 5;

    public static Message Card(Release release, string personId, Trust trust, string? deliveryKey, string? notice = null)
    {
        var state = State(release, personId);
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{release.Reference}: {state}"),
                    .. notice is null ? (ImmutableArray<CardElement>)[] : [Lines.Urgent(Lines.Plain(UserText.Escape(notice)))],
                    .. Facts(release, trust),
                    .. Next(release, personId, trust),
                    .. Lines.Buttons(Buttons(release, personId, trust, deliveryKey)),
                ],
                $"{release.Reference}: {state}.")
            {
                Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.ReleaseView, release, deliveryKey))),
            },
            $"{release.Reference}: {state}");
    }

    /// <summary>For those who have a card far above.</summary>
    public static Message Note(Release release, string heading, string sentence, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(heading),
                new TextBlock(release.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain(UserText.Escape(sentence)),
                .. Lines.Buttons(new ExecuteAction($"Open {release.Reference}", Data(Verbs.ReleaseSee, release, deliveryKey))),
            ],
            $"{release.Reference}: {heading}."),
        $"{release.Reference}: {heading}");

    /// <summary>Those that wait, in a list of somebody's cases; nothing when none concerns them.</summary>
    public static ImmutableArray<CardElement> Rows(ImmutableArray<Release> releases, string personId, Trust trust, int opened = 2)
    {
        ImmutableArray<Release> mine = [.. releases.Where(release => release.Concerns(personId, trust))];
        return mine.IsEmpty
            ? []
            :
            [
                Lines.Subheading("Sign-in details"),
                .. mine.Take(Shown).Select(release => Row(release, personId, trust)),
                .. mine.Length > Shown ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {mine.Length - Shown} more.")] : [],
                .. mine.Length > opened && opened == 2 ? (ImmutableArray<CardElement>)[Lines.Quiet("Type *vault* to open another one.")] : [],
                .. Lines.Buttons([.. mine.Take(opened).Select(release => new ExecuteAction($"Open {release.Reference}", Data(Verbs.ReleaseSee, release, null)))]),
            ];
    }

    internal static CardData Data(string verb, Release release, string? deliveryKey) => new(verb) { Ref = release.Reference.ToString(), Delivery = deliveryKey };

    private static Container Row(Release release, string personId, Trust trust) => new(
        [
            new TextBlock(release.Reference.ToString()) { Weight = TextWeight.Bolder },
            Lines.Plain(UserText.Escape(UserText.Shorten(release.AccountName, 100))) with { Spacing = Spacing.Small },
            Lines.Quiet($"{Capital(State(release, personId))}. Asked on {When.Full(release.AskedAt, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static IEnumerable<CardElement> Facts(Release release, Trust trust)
    {
        yield return Lines.Named("Account", $"{release.AccountName}, {release.Account}", 150);
        yield return Lines.Named("To be seen by", release.Recipient.Name, 100);
        if (!release.IsRecipient(release.Requester.Id))
            yield return Lines.Named("Asked for by", release.Requester.Name, 100);
        yield return Lines.Named("Why", release.Why, Limits.Because);
        if (release.Handover is { } handover)
            yield return Lines.Named("Handover", handover, 30);
        yield return Lines.Named("Can be opened", $"once, from {When.Full(release.From, trust)} to {When.Full(release.To, trust)}", 150);
        if (!release.Approvals.IsEmpty)
            yield return Lines.Named("Approved by", string.Join(", ", release.Approvals.Select(approval => $"{approval.By.Name}, {When.Full(approval.At, trust)}")), 300);
        if (release.Refusal is { } refusal)
            yield return Lines.Named($"Refused by {UserText.Escape(refusal.By.Name)}", refusal.Because, Limits.Because);
    }

    private static IEnumerable<CardElement> Next(Release release, string personId, Trust trust)
    {
        if (Sentence(release, personId, trust) is { } sentence)
            yield return Lines.Plain(sentence);
    }

    private static string? Sentence(Release release, string personId, Trust trust) => (release.Status, release.IsRecipient(personId)) switch
    {
        (ReleaseStatus.Asked, _) => $"{(release.Approvals.IsEmpty ? "Two people have" : "One more person has")} to approve it: {UserText.Escape(string.Join(", ", ReleaseApprovers.Missing(release, trust).Select(person => person.Name)))}.",
        (ReleaseStatus.Approved, true) => "It opens once, on a page of mine, for 60 seconds. Have the sign-in page ready first.",
        (ReleaseStatus.Revealing, _) => "It is being opened at this moment.",
        (ReleaseStatus.Failed, true) => "It could not be opened, and nothing was shown. Those who approved it have been told, and can let you try again.",
        (ReleaseStatus.Failed, _) => "It could not be opened, and nothing was shown. You can let them try again.",
        (ReleaseStatus.Shown, true) => "You have seen the details. Please change the password where it is used, and then put the new one into the vault.",
        (ReleaseStatus.Shown, _) => "The details have been seen. Now the password has to be changed.",
        (ReleaseStatus.Confirmed, _) => "The password was changed, but the vault still holds the old one. Somebody has to put the new one in.",
        (ReleaseStatus.Replaced, _) => "The password was changed, and the new one is in the vault.",
        (ReleaseStatus.Expired, _) => "It was not opened in time. If it is still needed, please ask again.",
        _ => null,
    };

    private static ImmutableArray<CardAction> Buttons(Release release, string personId, Trust trust, string? deliveryKey)
    {
        var actions = ImmutableArray.CreateBuilder<CardAction>();
        var (recipient, approver) = (release.IsRecipient(personId), ReleaseApprovers.May(release, personId, trust));
        if (release.Status is ReleaseStatus.Asked && approver)
        {
            if (ReleaseApprovers.Missing(release, trust).Any(person => person.Id.Equals(personId, StringComparison.OrdinalIgnoreCase)))
                actions.Add(new ExecuteAction("Approve", Data(Verbs.ReleaseApprove, release, deliveryKey)) { Style = ActionStyle.Positive });
            actions.Add(new ExecuteAction("Refuse", Data(Verbs.ReleaseRefuseForm, release, deliveryKey)));
        }
        if (release.Status is ReleaseStatus.Approved && recipient)
            actions.Add(new ExecuteAction("Open the details", Data(Verbs.VaultOpen, release, deliveryKey)) { Style = ActionStyle.Positive });
        if (release.Status is ReleaseStatus.Failed && approver)
            actions.Add(new ExecuteAction("Let them try again", Data(Verbs.ReleaseAgain, release, deliveryKey)));
        if (release.Status is ReleaseStatus.Shown or ReleaseStatus.Confirmed && recipient)
            actions.Add(new ExecuteAction("Put the new one in", new CardData(Verbs.VaultPut) { Case = release.Account }) { Style = ActionStyle.Positive });
        if (release.Status is ReleaseStatus.Shown && recipient)
            actions.Add(new ExecuteAction("I have changed it", Data(Verbs.ReleaseConfirm, release, deliveryKey)));
        if (release.Status is ReleaseStatus.Asked or ReleaseStatus.Approved && release.IsRequester(personId))
            actions.Add(new ExecuteAction("Take it back", Data(Verbs.ReleaseWithdraw, release, deliveryKey)));
        return actions.ToImmutable();
    }

    // A summary stands on locked screens, and names nobody.
    private static string State(Release release, string personId) => release.Status switch
    {
        ReleaseStatus.Asked => "waits for approval",
        ReleaseStatus.Approved when release.IsRecipient(personId) => "ready for you to open",
        ReleaseStatus.Approved => "approved",
        ReleaseStatus.Revealing => "being opened",
        ReleaseStatus.Failed => "could not be opened",
        ReleaseStatus.Shown => "seen, to be changed",
        ReleaseStatus.Confirmed => "changed, not in the vault yet",
        ReleaseStatus.Replaced => "done",
        ReleaseStatus.Refused => "refused",
        ReleaseStatus.Withdrawn => "taken back",
        _ => "its time is over",
    };

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
