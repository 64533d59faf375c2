using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Wording;

/// <summary>A language model that may word an answer. What it says is not trusted: <see cref="WordedAnswer"/> decides what becomes of it.</summary>
public interface IWording
{
    /// <summary>False while the model has shown that it does not answer: then nobody waits for it.</summary>
    bool IsAwake { get; }

    /// <summary>The model's words; null when there are none in time, for whatever reason. Never throws.</summary>
    Task<ModelWords?> AskAsync(ToWord answer, CancellationToken cancellationToken);
}

/// <summary>All that a model is told about a question. No person is named in it.</summary>
/// <param name="Question">What was typed, with the names taken out.</param>
/// <param name="Earlier">The earlier questions of the talk in the same way, oldest first.</param>
/// <param name="Clauses">The clauses that it may pick from.</param>
/// <param name="Candidates">The ids of the clauses that were found without it, best first.</param>
/// <param name="Verdict">The short answer that was found without it; one that people have reviewed stands.</param>
public sealed record ToWord(
    string Question, ImmutableArray<string> Earlier, ImmutableArray<ClauseToPick> Clauses, ImmutableArray<string> Candidates, Verdict Verdict, string? Says);

/// <summary>A clause as the model sees it. What people read is put in from the policy, by the id.</summary>
public sealed record ClauseToPick(string Id, string Section, string Text);

/// <summary>What the model answered, well-formed and otherwise unchecked.</summary>
/// <param name="Settles">Whether the clauses settle the question.</param>
public sealed record ModelWords(ImmutableArray<string> Clauses, Verdict Verdict, string Says, bool Settles);
