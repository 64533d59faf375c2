namespace PolicyBot.Cases.Questions;

/// <summary>What the bot answered to a question, as the record keeps it: which kind, and which clauses; never their words.</summary>
/// <param name="Subject">The situation that it was taken for, or the topic outside the policy, by the name that guidance gives it; null when unknown.</param>
public sealed record GivenAnswer(AnswerKind Kind, string? Subject, ImmutableArray<ClauseRef> Clauses);

/// <summary>The kinds of answers that a button to a person may stand under, and those after which nothing may be sent that way.</summary>
public enum AnswerKind
{
    Found,
    NotCovered,
    Unclear,

    /// <summary>The next step was a report: what happened to people goes the way of reports, not of questions.</summary>
    ToReport,

    /// <summary>Somebody may be in danger: help comes first, and nothing is passed on as a question.</summary>
    Urgent,
}

/// <summary>A clause by its document's title and its id.</summary>
public sealed record ClauseRef(string Document, string Clause);
