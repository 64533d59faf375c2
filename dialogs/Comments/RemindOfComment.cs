using PolicyBot.Cards.Comments;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Comments;

/// <summary>Nobody has answered, and time has passed: those whose turn it is are told, and the trail says so.</summary>
internal static class RemindOfComment
{
    /// <summary>What is done when its time has come.</summary>
    /// <param name="account">The account as the register has it now; null where it is not in it.</param>
    public static Decision Decide(ReceivedComment comment, Account? account, Trust trust, DateTimeOffset now)
    {
        if (CommentClock.Next(comment, trust, now) is not { } due || due.At > now)
            return Decision.Nothing;
        var team = account is null ? comment.Team : AccountTeam.Of(account);
        var passed = CommentClock.Pass(comment, due.Step, team, trust, now);
        var after = passed.After;
        var reminder = after.Reminded[^1];
        return new Decision
        {
            Case = new CaseChange(comment.Version, after, passed.Entries),
            Sends =
            [
                .. CommentSends.Cards(after, team, trust, now),
                .. reminder.People.Select(person => (Person: person, Card: CardKeys.Back(after.Reference, after.Version, person)))
                    .Select(each => new Send.ToPerson(each.Person, each.Card, after.Version, CommentCards.Reminder(after, reminder, each.Person, trust, each.Card))),
            ],
        };
    }
}
