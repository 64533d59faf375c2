using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>Somebody asks about the policy and gets the clause.</summary>
internal static class AskPolicy
{
    private const int Remembered = 3;
    private static readonly TimeSpan StillTheSameTalk = TimeSpan.FromMinutes(30);

    public static Decision Decide(Turn turn, Known known)
    {
        if (turn.Arrival is not Arrival.Said { Text: var question })
            return Decision.Nothing;
        var recently = turn.When - StillTheSameTalk;
        var answer = known.Policy.Answer(question, turn.Where.State.AskedSince(recently));
        if (answer is Answer.Wanted { Next: NextStep.Report })
            return ReportIncident.Start(turn, known); // "someone has posted nasty stuff about our head, where do I report it": they want the form
        var card = AnswerCards.For(answer, known.Trust, known.Trust.FindAcademy(turn.Who.Academy));
        var unmet = GivenAnswers.Unmet(answer, turn, known);

        // In a channel several people ask; what one asked says nothing about what the next means.
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Say(card) with { Unmet = unmet };
        var given = GivenAnswers.Of(answer);
        var offered = QuestionOffers.Under(card, given, turn.Id, known.Trust.PeopleAt(Desk.SocialMediaManager, turn.Who.Id), known.Trust);
        return Decision.Say(offered) with { State = Remember(turn, question, given), Unmet = unmet };
    }

    // What was asked longer ago helps to understand nothing, but its answer still stands above with its button.
    private static ConversationState Remember(Turn turn, string question, GivenAnswer? given)
    {
        var asked = turn.Where.State.Asked.TakeLast(Remembered - 1);
        var kept = UserText.Shorten(question, Limits.Question);
        return turn.Where.State with { Asked = [.. asked, new AskedQuestion(kept, turn.When, turn.Id, given)] };
    }
}
