using System.Collections.Immutable;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Fakes;

/// <summary>Answers what a test has written down, so that the talk around an answer can be tested whatever the policy's own search finds.</summary>
internal sealed class ScriptedPolicy : IPolicyAnswerer
{
    private readonly Dictionary<string, Answer> script = new(StringComparer.Ordinal);

    public static PolicyDocument Document { get; } = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "documents")).Documents[0];

    /// <summary>To a question that goes on from an earlier one, write both with " | " between.</summary>
    public ScriptedPolicy To(string question, Answer answer)
    {
        script.Add(question, answer);
        return this;
    }

    public Answer Answer(string question, ImmutableArray<string> earlier) =>
        earlier is [.., var before] && script.TryGetValue($"{before} | {question}", out var goingOn) ? goingOn
        : script.TryGetValue(question, out var answer) ? answer
        : new Answer.OffTopic();

    /// <summary>An answer that quotes these clauses.</summary>
    public static Answer.Found Quoting(params string[] clauses) =>
        new([.. clauses.Select(id => new Citation(Document, Document.Clause(id)!))], Verdict.None, NextStep.None);
}
