using PolicyBot.Cards.Releases;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;

namespace PolicyBot.Dialogs.Releases;

/// <summary>Who hears of a release's steps, and on which card.</summary>
public static class ReleaseSends
{
    /// <summary>After any step: the cards that stand already show it, everybody's.</summary>
    public static IEnumerable<Send> Changed(Release release, Trust trust) =>
        Everybody(release).Select(person => new Send.Update(CardKeys.Handler(release.Reference, person.Id), release.Version, Card(release, person, trust)));

    /// <summary>Those who can approve get a card, and who asked has theirs already.</summary>
    public static IEnumerable<Send> ToApprovers(Release release, Trust trust) =>
        release.Approvers.Where(person => !release.IsRequester(person.Id)).Select(person => ToPerson(release, person, trust));

    /// <summary>It is ready: its recipient gets a card, or a note where theirs stands far above.</summary>
    public static IEnumerable<Send> ToRecipient(Release release, Trust trust) => release.IsRequester(release.Recipient.Id) || release.Again > 0
        ? [Note(release, release.Recipient, "Sign-in details are ready for you", $"{release.AccountName}. They can be opened once.")]
        : [ToPerson(release, release.Recipient, trust)];

    /// <summary>It could not be opened: those who approved it can give it out again.</summary>
    public static IEnumerable<Send> Failed(Release release, Trust trust) =>
    [
        .. Changed(release, trust),
        .. release.Approvals.Select(each => Note(release, each.By, "Sign-in details could not be opened", $"{release.AccountName}. Nothing was shown. You can give them out again.")),
    ];

    /// <summary>Refused or over: who asked, and who should have had it, are told below everything else.</summary>
    public static IEnumerable<Send> Ended(Release release, Trust trust, string sentence) =>
    [
        .. Changed(release, trust),
        .. People(release.Requester, release.Recipient).Select(person => Note(release, person, "About the sign-in details that were asked for", sentence)),
    ];

    internal static Send Note(Release release, PersonRef person, string heading, string sentence)
    {
        var key = CardKeys.Back(release.Reference, release.Version, person.Id);
        return new Send.ToPerson(person.Id, key, release.Version, ReleaseCards.Note(release, heading, sentence, key));
    }

    private static Send.ToPerson ToPerson(Release release, PersonRef person, Trust trust) =>
        new(person.Id, CardKeys.Handler(release.Reference, person.Id), release.Version, Card(release, person, trust));

    private static Cards.Message Card(Release release, PersonRef person, Trust trust) =>
        ReleaseCards.Card(release, person.Id, trust, CardKeys.Handler(release.Reference, person.Id));

    private static IEnumerable<PersonRef> Everybody(Release release) => People([release.Requester, release.Recipient, .. release.Approvers]);

    private static IEnumerable<PersonRef> People(params ImmutableArray<PersonRef> people) => people.DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase);
}
