using System.Security.Cryptography;
using System.Text;
using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;
using PolicyBot.Dialogs.Comments;
using PolicyBot.Dialogs.Opinions;
using PolicyBot.Dialogs.Times;
using PolicyBot.Dialogs.Wording;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>Somebody asks about the policy, in their own words or by choosing ours, and gets the clause.</summary>
internal static class AskPolicy
{
    private const int LongestQuestion = 4000;
    private const int Remembered = 3;
    private static readonly TimeSpan StillTheSameTalk = TimeSpan.FromMinutes(30);

    public static Decision Decide(Turn turn, Known known)
    {
        if (Question(turn.Arrival) is not { Length: > 0 } question)
            return UnknownVerb.Decide(turn, known);
        var answer = WordedAnswer.Of(Find(question, turn, known), known.Words, known);
        var before = FollowUp.LeansOn(question, Earlier(question, turn));
        var asked = new AskedQuestion(Kept(question), turn.When, IdOf(question, before, turn), GivenAnswers.Of(answer, before), before is null ? null : FollowUp.Whole(before));
        var said = answer is Answer.Wanted { Next: var wanted, Perhaps: null } && Opened(wanted, turn, known) is { } opened
            ? opened
            : Shown(Card(answer, asked, question, turn, known), turn) with { Unmet = GivenAnswers.Unmet(answer, turn, known) };

        // In a channel several people ask; what one asked says nothing about what the next means.
        return turn.Where.Kind is not ConversationKind.Personal || said.State is not null ? said : said with { State = Remember(turn, asked) };
    }

    /// <summary>
    /// What a language model may word, where one is configured: only what was typed, since a press has no time to wait, and nothing that is worked out.
    /// </summary>
    public static ToWord? ToWord(Turn turn, Known known) =>
        turn.Arrival is Arrival.Said && Question(turn.Arrival) is { Length: > 0 } question
        && Find(question, turn, known) is var answer && Reply(answer, question, turn, known) is null
            ? AskToWord.For(question, Words(Earlier(question, turn)), answer, turn, known)
            : null;

    private static Answer Find(string question, Turn turn, Known known) => known.Policy.Answer(question, Words(Earlier(question, turn)));

    // Whoever asks the same again gets the same again: the question before it is no context for itself.
    private static ImmutableArray<AskedQuestion> Earlier(string question, Turn turn) =>
        [.. turn.Where.State.AskedSince(turn.When - StillTheSameTalk).Where(before => before.Question != Kept(question))];

    private static ImmutableArray<string> Words(ImmutableArray<AskedQuestion> asked) => [.. asked.Select(each => each.Question)];

    // The same question in the same chat has the same name, so that its answer is the same to the last byte. "And parents?" after another one is another.
    private static string IdOf(string question, AskedQuestion? before, Turn turn) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{turn.Where.Key}\n{before?.Id}\n{question}")).AsSpan(0, 16));

    private static string Kept(string question) => UserText.Shorten(question, Limits.Question);

    private static Message Card(Answer answer, AskedQuestion asked, string question, Turn turn, Known known)
    {
        var card = AnswerCards.For(answer, known.Trust, known.Trust.FindAcademy(turn.Who.Academy), Reply(answer, question, turn, known), known.Library.Documents.Length > 1);
        return turn.Where.Kind is ConversationKind.Personal
            ? QuestionOffers.Under(card, asked.Given, asked.Id, asked.Before, known.Trust.PeopleAt(Desk.SocialMediaManager, turn.Who.Id), known.Trust)
            : card;
    }

    // What a button asks comes from the client like anything typed, and is treated alike.
    private static string? Question(Arrival arrival) => arrival switch
    {
        Arrival.Said said => Cut(said.Text),
        Arrival.Pressed pressed => Cut(pressed.Data.Text(Fields.Asks)),
        _ => null,
    };

    // "Someone has posted nasty stuff about our head, where do I report it": they want the form, not a way to it.
    private static Decision? Opened(NextStep wanted, Turn turn, Known known) => wanted switch
    {
        NextStep.Report => ReportIncident.Start(turn, known),
        NextStep.SecondOpinion => AskOpinion.Start(turn, known),
        NextStep.Handover => AskPerson.Handover(turn, known),
        NextStep.LogComment => new Decision { Rather = LogComment.With(Question(turn.Arrival) ?? "") },
        NextStep.Acknowledge => AcknowledgePolicy.Offer(turn, known),
        NextStep.ReadPolicy => ReadPolicy.Decide(turn, known),
        NextStep.Help => Help.Decide(turn, known),
        _ => null,
    };

    // Only where the 24-hour rule is the answer: elsewhere a day in the question says nothing about a reply.
    private static ReplyWanted? Reply(Answer answer, string question, Turn turn, Known known) =>
        answer is Answer.Found { Clauses: [{ Clause.Id: "monitoring.24-hours" }, ..] } && SpokenMoment.Read(question, turn.When, known.Trust) is { } received
            ? new ReplyWanted(received, turn.When)
            : null;

    /// <summary>The answer to a choice takes the choice's place; a line of text has no card to do so.</summary>
    private static Decision Shown(Message answer, Turn turn) =>
        turn.Arrival is Arrival.Pressed && answer.Card is not null ? Decision.Show(answer) : Decision.Say(answer);

    // What was asked longer ago helps to understand nothing, but its answer still stands above with its button.
    private static ConversationState Remember(Turn turn, AskedQuestion asked) =>
        turn.Where.State with { Asked = [.. turn.Where.State.Asked.Where(before => before.Id != asked.Id).TakeLast(Remembered - 1), asked] };

    private static string Cut(string text) => text.Length <= LongestQuestion ? text : text[..LongestQuestion];
}
