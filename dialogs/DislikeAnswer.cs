using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Dialogs;

/// <summary>"This does not help" under an answer: it is counted once, and the asker is shown what could be sent to whom.</summary>
internal static class DislikeAnswer
{
    public static Decision Decide(Turn turn, Known known)
    {
        if (turn.Arrival is not Arrival.Pressed pressed || turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Tell(SendQuestion.InPrivate);
        if (turn.Where.State.FindAsked(pressed.Data.Text(Fields.Question)) is not { Given: { } given } asked)
            return Decision.Tell(SendQuestion.Gone);
        if (SendQuestion.HelpFirst(asked, turn, known) is { } help)
            return help;

        var offer = given.Kind is AnswerKind.ToReport
            ? QuestionOffers.Report()
            : QuestionOffers.Offer(asked.Question, asked.Before, asked.Id, known.Trust.PeopleAt(Desk.SocialMediaManager, turn.Who.Id), known.Trust);
        var said = Decision.Say(offer);
        return asked.Disliked || given.Kind is not (AnswerKind.Found or AnswerKind.ToReport)
            ? said
            : said with
            {
                State = turn.Where.State with { Asked = turn.Where.State.Asked.Replace(asked, asked with { Disliked = true }) },
                Unmet = GivenAnswers.Count(UnmetKind.Disliked, given.Subject, turn, known),
            };
    }
}
