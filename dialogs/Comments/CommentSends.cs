using PolicyBot.Cards;
using PolicyBot.Cards.Comments;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Comments;

/// <summary>Who hears of a comment's steps, and on which card.</summary>
internal static class CommentSends
{
    /// <summary>It was logged: whoever looks after the account has it, and the person who logged it sees with whom it is.</summary>
    public static Decision Logged(Ruling<ReceivedComment>.Allowed logged, Turn turn, Known known)
    {
        var comment = logged.After;
        var decision = new Decision { State = turn.Where.State with { Comment = null }, Case = new CaseChange(0, comment, logged.Entries) };
        ImmutableArray<Send> first = First(comment) is { } person
            ? [new Send.ToPerson(person.Id, CardKeys.Handler(comment.Reference, person.Id), comment.Version, Card(comment, person.Id, known, turn.When, CardKeys.Handler(comment.Reference, person.Id)))]
            : [];
        // Whoever it is about has told us, and others see to it: from here on it is not theirs to see.
        if (!HandleComment.People(comment, known).MaySee(turn.Who.Id))
            return decision with { Shown = CommentCards.Elsewhere(comment), Sends = first };
        var card = Card(comment, turn.Who.Id, known, turn.When, null);
        return decision with
        {
            Shown = card,
            AdoptedAs = CardKeys.Reporter(comment.Reference),
            Sends = [new Send.Update(CardKeys.Reporter(comment.Reference), comment.Version, card), .. first],
        };
    }

    /// <summary>After a step that somebody took: they see the card as it is now, and so do those who have one.</summary>
    public static Decision Changed(ReceivedComment before, Ruling<ReceivedComment>.Allowed allowed, Turn turn, Known known) =>
        HandleComment.Show(allowed.After, turn, known) with
        {
            Case = new CaseChange(before.Version, allowed.After, allowed.Entries),
            Sends = [.. Cards(allowed.After, TeamOf(allowed.After, known), known.Trust, turn.When)],
        };

    /// <summary>The cards that stand already.</summary>
    public static IEnumerable<Send> Cards(ReceivedComment comment, AccountTeam team, Trust trust, DateTimeOffset now)
    {
        var people = new CommentPeople(comment, team, trust);
        if (!comment.What.About.Any(person => Same(person.Id, comment.Logger.Id)))
            yield return new Send.Update(CardKeys.Reporter(comment.Reference), comment.Version, Card(comment, comment.Logger.Id, people, now, null));
        if (First(comment) is { } first)
            yield return new Send.Update(CardKeys.Handler(comment.Reference, first.Id), comment.Version, Card(comment, first.Id, people, now, CardKeys.Handler(comment.Reference, first.Id)))
            {
                Recalls = !people.MaySee(first.Id),
            };
    }

    public static Message Card(ReceivedComment comment, string personId, Known known, DateTimeOffset now, string? delivery) =>
        Card(comment, personId, HandleComment.People(comment, known), now, delivery);

    public static AccountTeam TeamOf(ReceivedComment comment, Known known) =>
        comment.What.Account.Register is { } register
            && (known.CommentAccount ?? known.Accounts.FirstOrDefault(account => account.Reference.ToString() == register)) is { } account
                ? AccountTeam.Of(account)
                : comment.Team;

    private static Message Card(ReceivedComment comment, string personId, CommentPeople people, DateTimeOffset now, string? delivery) => people.MaySee(personId)
        ? CommentCards.Card(comment, personId, people.IsOffice(personId), people.Trust, now, delivery)
        : CommentCards.Elsewhere(comment);

    /// <summary>Who was sent its card when it was logged; null where that was the person who logged it.</summary>
    private static PersonRef? First(ReceivedComment comment) =>
        comment.Held.IsEmpty || comment.Held[0].At != comment.LoggedAt || Same(comment.Held[0].By.Id, comment.Logger.Id) ? null : comment.Held[0].By;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
