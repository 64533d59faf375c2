using PolicyBot.Cards;
using PolicyBot.Cards.Comments;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Dialogs.Comments;

/// <summary>The comments that somebody may see, asked of each at that moment. What they may not see is not even counted, save for the Social Media Manager's counts, which name nobody.</summary>
internal static class ListComments
{
    private const string InPrivate = "Comments are for your own chat with me. Please ask me there.";
    private static readonly Needs All = new() { Comments = true, Accounts = true };

    public static Step Typed(CommentFilter filter) => new(All, (turn, known) => Decide(filter, 1, turn, known));

    public static Step Pressed(Arrival.Pressed pressed) => new(All, (turn, known) => Decide(
        Enum.GetValues<CommentFilter>().FirstOrDefault(filter => filter.ToString() == pressed.Data.Text(Fields.Filter)), ListCases.PageOf(pressed), turn, known));

    public static Step Counts(Arrival.Pressed pressed) => new(All, (turn, known) =>
        turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(InPrivate)
        : !IsOffice(turn, known) ? Decision.Tell("Only the Social Media Manager can see that.")
        : Decision.Show(CommentListCards.Counts(CommentCounts.Of(known.Comments.Where(comment => Office(comment, turn, known)), known.Trust), ListCases.PageOf(pressed))));

    private static Decision Decide(CommentFilter filter, int page, Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return turn.Arrival is Arrival.Pressed ? Decision.Tell(InPrivate) : Decision.Say(NoticeCards.Sentence(InPrivate));
        var teams = known.Accounts.ToImmutableDictionary(account => account.Reference.ToString(), AccountTeam.Of, StringComparer.Ordinal);
        var theirs = known.Comments.Where(comment =>
            new CommentPeople(comment, comment.What.Account.Register is { } register && teams.TryGetValue(register, out var team) ? team : comment.Team, known.Trust).MaySee(turn.Who.Id));
        var card = CommentListCards.List(filter.Among(theirs, turn.Who.Id, turn.When), filter, page, IsOffice(turn, known), known.Trust, turn.When);
        return turn.Arrival is Arrival.Pressed ? Decision.Show(card) : Decision.Say(card);
    }

    private static bool IsOffice(Turn turn, Known known) =>
        Has(known.Trust.SocialMediaManager.People, turn.Who.Id) || known.Trust.Opinions.Academies.Values.Any(rota => Has(rota.Deputy.People, turn.Who.Id));

    // A number that is one says something about a single comment: those that are about oneself are not counted for oneself.
    private static bool Office(ReceivedComment comment, Turn turn, Known known) => new CommentPeople(comment, comment.Team, known.Trust).IsOffice(turn.Who.Id);

    private static bool Has(ImmutableArray<string> people, string id) => people.Contains(id, StringComparer.OrdinalIgnoreCase);
}
