using PolicyBot.Cases;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;

namespace PolicyBot.RecordsBenchmark;

/// <summary>A database in which so many questions were asked and answered while Graph was away.</summary>
internal static class Backlog
{
    private static readonly PersonRef Asker = new("00000000-0000-4000-8000-00000000ff01", "Somebody who asks");
    private static readonly PersonRef Answerer = new("00000000-0000-4000-8000-00000000ff02", "Somebody who answers");

    public static async Task FillAsync(string connectionString, int records, DateTimeOffset now)
    {
        await using var store = new CaseStore(Database.For(connectionString), TimeSpan.FromMinutes(1));
        await store.OpenAsync(now, CancellationToken.None);
        foreach (var some in Enumerable.Range(1, records).Chunk(500))
            await Task.WhenAll(some.Select(number => AnsweredAsync(store, number, now)));
    }

    private static async Task AnsweredAsync(CaseStore store, int number, DateTimeOffset now)
    {
        var asked = QuestionRules.Ask(
            new CaseReference(CaseReference.Question, now.Year, number), "how many days of annual leave do i get", new GivenAnswer(AnswerKind.NotCovered, null, []), Asker, "north", $"asked-{number}", now);
        await CommitAsync(store, $"ask-{number}", now, new CaseChange(0, asked.After, asked.Entries));
        var answered = (Ruling<Question>.Allowed)QuestionRules.Answer(asked.After, new PersonsAnswer("Twenty-eight", null, Answerer, Desk.SocialMediaManager, now));
        await CommitAsync(store, $"answer-{number}", now, new CaseChange(1, answered.After, answered.Entries));
    }

    private static async Task CommitAsync(CaseStore store, string activity, DateTimeOffset now, CaseChange change)
    {
        if (await store.CommitAsync(new TurnCommit("a:chat", activity, now, "{}") { Case = change }) is not CommitResult.Committed)
            throw new InvalidOperationException($"{activity} was not committed.");
    }
}
