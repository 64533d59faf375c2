using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Cases.Questions;

/// <summary>
/// What may happen to a question, and what it leaves in the trail. Pure: the old record and a command in, the new record and its trail entries
/// out, or a refusal. Who may press is asked before (<c>dialogs</c>); whether it still makes sense is asked here.
/// </summary>
public static class QuestionRules
{
    public static Ruling<Question>.Allowed Ask(
        CaseReference reference, string text, GivenAnswer given, PersonRef asker, string academy, string draftId, DateTimeOffset now, string? before = null) => With(
            new Question(reference, academy, asker, now, draftId, text, given, QuestionStatus.Asked, Desk.SocialMediaManager, [], null, TrailHead.Start) { Before = before },
            now, asker, "question.asked", new QuestionAsked(academy, asker, draftId, text, given, before), StoredJson.Default.QuestionAsked);

    /// <summary>The first answer. A later one is a change, which says so (<see cref="Change"/>): nobody's answer is overwritten unseen.</summary>
    public static Ruling<Question> Answer(Question question, PersonsAnswer answer) => question switch
    {
        { Status: QuestionStatus.Withdrawn } => Withdrawn(question),
        { Answer: { } before } => new Ruling<Question>.Refused($"{before.By.Name} answered this already. Yours was not sent."),
        _ => Answered(question, answer, "question.answered"),
    };

    /// <summary>Another answer in place of the one that whoever changes it has seen.</summary>
    /// <param name="seen">The version that they had in front of them.</param>
    public static Ruling<Question> Change(Question question, PersonsAnswer answer, int seen) => question switch
    {
        { Answer: null } => new Ruling<Question>.Refused("This has no answer yet that could be changed."),
        { Answer: { } before } when question.Version != seen => new Ruling<Question>.Refused($"{before.By.Name} changed the answer in the meantime. Yours was not sent."),
        { Answer: { } before } when before.Text == answer.Text && before.Clause == answer.Clause => new Ruling<Question>.Refused("That is what the answer says already. Nothing was sent."),
        _ => Answered(question, answer, "question.changed"),
    };

    public static Ruling<Question> PassOn(Question question, Desk to, PersonRef by, DateTimeOffset now) => question switch
    {
        { Status: QuestionStatus.Withdrawn } => Withdrawn(question),
        { Answer: { } before } => new Ruling<Question>.Refused($"{before.By.Name} answered this already. It was not passed on."),
        _ when to == question.Desk => new Ruling<Question>.Refused("It is there already."),
        _ => Passed(question, new QuestionPassed(question.Desk, to, by, now)),
    };

    public static Ruling<Question> Withdraw(Question question, DateTimeOffset now) => question switch
    {
        { Status: QuestionStatus.Withdrawn } => new Ruling<Question>.Refused("You took this question back already."),
        { Answer: { } before } => new Ruling<Question>.Refused($"{before.By.Name} has answered it already, so it cannot be taken back."),
        _ => With(question with { Status = QuestionStatus.Withdrawn }, now, question.Asker, "question.withdrawn",
            new QuestionWithdrawn(question.Asker, now), StoredJson.Default.QuestionWithdrawn),
    };

    private static Ruling<Question>.Refused Withdrawn(Question question) => new($"{question.Asker.Name} took this question back. Nothing was sent.");

    private static Ruling<Question> Answered(Question question, PersonsAnswer answer, string type) => answer.Text.Length == 0
        ? new Ruling<Question>.Refused("An answer needs a sentence or two.")
        : With(question with { Status = QuestionStatus.Answered, Answer = answer }, answer.At, answer.By, type, answer, StoredJson.Default.PersonsAnswer);

    private static Ruling<Question>.Allowed Passed(Question question, QuestionPassed way) => With(
        question with { Status = QuestionStatus.PassedOn, Desk = way.To, Passed = question.Passed.Add(way) },
        way.At, way.By, "question.passed", way, StoredJson.Default.QuestionPassed);

    private static Ruling<Question>.Allowed With<TData>(Question changed, DateTimeOffset at, PersonRef by, string type, TData data, JsonTypeInfo<TData> shape)
    {
        var (head, entry) = changed.Trail.Append(changed.Reference, at, by.Id, type, JsonSerializer.Serialize(data, shape));
        return new Ruling<Question>.Allowed(changed with { Trail = head }, [entry]);
    }
}
