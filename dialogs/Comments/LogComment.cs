using PolicyBot.Cards;
using PolicyBot.Cards.Comments;
using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Storage;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Comments;

/// <summary>
/// A comment, query or complaint came in: one card, or somebody's words alone, with the time as it was understood before anything is logged. What is typed is kept in the
/// conversation, so a restart or a second device finds it again.
/// </summary>
internal static class LogComment
{
    private const string InPrivate = "Please do this in your own chat with me.";
    private static readonly TimeSpan StillTheSameTalk = TimeSpan.FromMinutes(30);

    public static readonly Step Asked = With("");

    /// <summary>What was recognised as a wish to log a comment.</summary>
    public static Step With(string words) => new(new Needs { Accounts = true }, (turn, known) => Start(words, turn, known));

    /// <summary>"Log a comment: …", or words that tell of one.</summary>
    /// <param name="asked">True where the person asked for it: then the form comes whatever else the words hold.</param>
    public static Step Said(string words, bool asked) => new(new Needs { Accounts = true, Wording = asked ? null : AskPolicy.ToWord }, (turn, known) =>
        known.Policy.Answer(words, []) is not Answer.Urgent ? Start(words, turn, known)
        : !asked ? AskPolicy.Decide(turn, known)
        : Start(words, turn, known) is var begun ? begun with { Replies = [Urgent(words, turn, known)!, .. begun.Replies] } : begun);

    /// <summary>The button: with the account that it stands beside, or with what was asked just before.</summary>
    public static Step Pressed(Arrival.Pressed pressed) => new(new Needs { Accounts = true }, (turn, known) =>
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Tell(InPrivate);
        if (turn.Where.State.Comment is { } open)
            return Decision.Say(CommentDraftCards.Resume(open, known.Trust));
        var words = turn.Where.State.AskedSince(turn.When - StillTheSameTalk).LastOrDefault()?.Question ?? "";
        // Only when it came in is taken over from a question: what somebody asks the policy is not what a comment says.
        var draft = Fresh(turn) with { WhenSaid = SaidComment.TimeIn(words, turn.When, known.Trust) ?? "" };
        var account = known.Accounts.FirstOrDefault(each => each.IsInUse && each.Reference.ToString() == pressed.Data.Text(Fields.Ref));
        return Say(draft with { Register = account?.Reference.ToString() ?? "" }, turn, known);
    });

    /// <summary>The form, with what the words say in it; where nothing is missing, what was understood.</summary>
    private static Decision Start(string words, Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(NoticeCards.Sentence(InPrivate));
        if (turn.Where.State.Comment is { } open)
            return Decision.Say(CommentDraftCards.Resume(open, known.Trust));
        var draft = words.Length == 0 ? Fresh(turn) : SaidComment.Read(Fresh(turn), words, known.Accounts, turn.Who.Id, known.Trust);
        var complete = CommentForm.Complete(draft, known.Accounts, known.Trust, turn.When).What is not null;
        return Say(draft with { Page = complete ? CommentPage.Check : CommentPage.Form }, turn, known);
    }

    public static readonly Step Restart = new(new Needs { Accounts = true }, (turn, known) =>
        turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(InPrivate)
        : turn.Where.State.Comment is not { } old || turn.Arrival is not Arrival.Pressed pressed || pressed.Data.Text(Fields.Draft) != old.Id
            ? Decision.Show(CommentDraftCards.Gone()) // the button of an older draft must not throw away the new one
            : Say(Fresh(turn), turn, known) with { Sends = [Closed(old)] });

    public static readonly Step Resume = new(new Needs { Accounts = true }, (turn, known) =>
        turn.Where.State.Comment is { } draft && turn.Where.Kind is ConversationKind.Personal ? Say(draft, turn, known) : Decision.Show(CommentDraftCards.Gone()));

    public static Step Cancel(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, _) => new Decision
    {
        State = turn.Where.State with { Comment = null },
        Shown = CommentDraftCards.Cancelled(),
        Sends = [Closed(draft)],
    });

    /// <summary>"Cancel", typed.</summary>
    public static Decision Cancel(CommentDraft draft, Turn turn) => new()
    {
        State = turn.Where.State with { Comment = null },
        Replies = [new Reply(CommentDraftCards.Cancelled())],
        Sends = [Closed(draft)],
    };

    /// <summary>The form was filled in: what was understood comes, or the form with what is wrong. Where the words warn of danger, help comes with it.</summary>
    public static Step Forward(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) =>
    {
        var read = CommentForm.Keep(draft, pressed.Data, turn.When);
        var (what, _, problems) = CommentForm.Complete(read, known.Accounts, known.Trust, turn.When);
        problems = CommentForm.TooLong(problems, pressed.Data);
        var kept = Keep(read with { Page = what is null || problems.Any ? CommentPage.Form : CommentPage.Check }, problems, turn, known);
        return Urgent(read.Text, turn, known) is { } help ? kept with { Replies = [help] } : kept;
    });

    public static Step GoBack(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) => Keep(draft with { Page = CommentPage.Form }, ReportProblems.None, turn, known));

    /// <summary>The client draws the card again by itself.</summary>
    public static Step View(Arrival.Pressed pressed) => OnDraft(pressed, (draft, turn, known) => Decision.Show(Card(draft, ReportProblems.None, turn, known)));

    /// <summary>It becomes a case, and whoever looks after the account gets it, all in one commit.</summary>
    public static Step Save(Arrival.Pressed pressed)
    {
        var onDraft = OnDraft(pressed, (draft, turn, known) =>
        {
            var (what, account, problems) = CommentForm.Complete(draft, known.Accounts, known.Trust, turn.When);
            if (what is null)
                return Keep(draft with { Page = CommentPage.Form }, problems, turn, known);
            // The card is an old one: what is logged is what its author had in front of them.
            if (pressed.Data.Text(Fields.Seal) != CommentDraftCards.SealOf(what))
                return Keep(draft with { Page = CommentPage.Check }, ReportProblems.None, turn, known);
            var academy = Academy(account, turn);
            var logged = ReceivedCommentRules.Log(
                known.NextReference!, what, Due(what, academy, known), AccountTeam.Of(account), known.Trust, turn.Who.Ref, academy, draft.Id, turn.When);
            return CommentSends.Logged(logged, turn, known with { CommentAccount = account });
        });
        return onDraft with { Needs = onDraft.Needs with { NextReference = CaseReference.Comment } };
    }

    private static Step OnDraft(Arrival.Pressed pressed, Func<CommentDraft, Turn, Known, Decision> decide)
    {
        var id = pressed.Data.Text(Fields.Draft);
        return new Step(new Needs { CommentOf = id.Length is > 0 and <= 100 ? id : null, Accounts = true }, (turn, known) =>
            turn.Where.Kind is not ConversationKind.Personal ? Decision.Tell(InPrivate)
            : turn.Where.State.Comment is { } draft && draft.Id == id ? decide(draft, turn, known)
            : known.Comment is { } comment && comment.Logger.Id == turn.Who.Id && HandleComment.People(comment, known).MaySee(turn.Who.Id) ? HandleComment.Show(comment, turn, known)
            : Decision.Show(CommentDraftCards.Gone()));
    }

    private static Decision Say(CommentDraft draft, Turn turn, Known known) => new()
    {
        State = turn.Where.State with { Comment = draft },
        Replies = [new Reply(Card(draft, ReportProblems.None, turn, known), CardKeys.Draft(draft.Id))],
    };

    private static Decision Keep(CommentDraft draft, ReportProblems problems, Turn turn, Known known) => new()
    {
        State = turn.Where.State with { Comment = draft },
        Shown = Card(draft, problems, turn, known),
    };

    private static Message Card(CommentDraft draft, ReportProblems problems, Turn turn, Known known)
    {
        var (what, account, _) = CommentForm.Complete(draft, known.Accounts, known.Trust, turn.When);
        var academy = Academy(account, turn);
        // Time goes on while a card stands there: what was right when it was drawn may be missing something now.
        return CommentDraftCards.Card(new CommentDraftView(
            draft, problems, Likely(known.Accounts, turn), what, what is null ? null : Due(what, academy, known), known.Trust, known.Library, turn.When)
        {
            First = what is null ? null : CommentPeople.First(what, academy, AccountTeam.Of(account), known.Trust),
            Named = what is null ? [] : CommentPeople.NamedIn(what, academy, AccountTeam.Of(account), known.Trust),
        });
    }

    private static ReplyDue Due(LoggedComment what, string academy, Known known) => ReplyDue.For(what.Received.At, known.Trust, known.Trust.FindAcademy(academy));

    private static string Academy(Account? account, Turn turn) => account?.Academy ?? turn.Who.Academy ?? "";

    private static ImmutableArray<Account> Likely(ImmutableArray<Account> accounts, Turn turn) =>
        [.. accounts.Where(account => account.IsInUse).OrderByDescending(account => account.IsOf(turn.Who.Id)).ThenByDescending(account => account.Academy == turn.Who.Academy)];

    private static Reply? Urgent(string words, Turn turn, Known known) => words.Length > 0 && known.Policy.Answer(words, []) is Answer.Urgent urgent
        ? new Reply(AnswerCards.For(urgent, known.Trust, known.Trust.FindAcademy(turn.Who.Academy)))
        : null;

    private static CommentDraft Fresh(Turn turn) => new(turn.Id, turn.When, CommentPage.Form);

    private static Send.Update Closed(CommentDraft draft) => new(CardKeys.Draft(draft.Id), 1, CommentDraftCards.Cancelled());
}
