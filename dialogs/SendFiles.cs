using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Conversations;
using PolicyBot.Dialogs.Opinions;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>
/// Somebody sends files in their own chat. What they could show is asked before anything is fetched; where there is no report for them, or none that takes
/// files, not even their addresses are kept.
/// </summary>
internal static class SendFiles
{
    private const int MostOffers = 5;
    private const string NotOpened = "I have not opened what came with it. Please send it again when I ask about the pictures of your draft.";

    public static Step Step(Arrival.Sent sent) => new(new Needs { MyCases = true }, (turn, known) => Decide(sent, turn, known));

    private static Decision Decide(Arrival.Sent sent, Turn turn, Known known)
    {
        // What stands beside a picture may be a cry for help.
        var urgent = sent.Text.Length > 0 ? known.Policy.Answer(sent.Text, []) as Answer.Urgent : null;
        if (urgent is { Kind: UrgentKind.IndecentImage })
            return Said(AnswerFileQuestion.Stop(turn, known));

        var decision = CheckedDraft.In(sent.Text) is { } draft && turn.Where.State.Draft is null ? Pasted(draft, sent, turn, known) : Ask(sent, turn, known);
        return urgent is null
            ? decision
            : decision with { Replies = [new Reply(AnswerCards.For(urgent, known.Trust, known.Trust.FindAcademy(turn.Who.Academy))), .. decision.Replies] };
    }

    private static Decision Ask(Arrival.Sent sent, Turn turn, Known known)
    {
        var state = turn.Where.State;
        if (state is { Draft: null, Opinion: not null })
            return Offered(sent, turn, state, "draft");
        if (state.Draft is { TakesFiles: false } || (state.Draft is null && OpenReports.Of(known) is { IsEmpty: false } && OpenReports.TakingFiles(known).IsEmpty))
            return Said(AnswerFileQuestion.Stop(turn, known));
        if (state.Draft is null && OpenReports.Of(known).IsEmpty)
            return Decision.Say(FileQuestionCards.NoReport());
        return Offered(sent, turn, state, "report");
    }

    private static Decision Offered(Arrival.Sent sent, Turn turn, ConversationState state, string keptWith)
    {
        var offer = new OfferedFiles(turn.Id, turn.When, sent.Files);
        return new Decision
        {
            State = state with { Offers = [.. state.Offers.TakeLast(MostOffers - 1), offer] },
            Replies = [new Reply(FileQuestionCards.Question(offer.Id, offer.Files.Length, keptWith), CardKeys.Files(offer.Id))],
        };
    }

    // "check: …" with a picture beside it: the draft is taken, and the question about the picture stands below it.
    private static Decision Pasted(string draft, Arrival.Sent sent, Turn turn, Known known)
    {
        var asked = AskOpinion.Pasted(draft).Decide(turn, known);
        if (asked.State is not { Opinion: not null } state)
            return asked with { Replies = [.. asked.Replies, new Reply(NoticeCards.Sentence(NotOpened))] };
        var question = Offered(sent, turn, state, "draft");
        return question with { Replies = [.. asked.Replies, .. question.Replies] };
    }

    private static Decision Said(Decision shown) => shown with { Shown = null, Replies = [new Reply(shown.Shown!)] };
}
