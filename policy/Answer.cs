using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>Finds where the policy stands on a question. Pure: the same question has the same answer, and no text is a fault.</summary>
public interface IPolicyAnswerer
{
    /// <summary>Says where the policy stands on the last thing a person typed.</summary>
    /// <param name="question">What the person typed.</param>
    /// <param name="earlier">Their earlier questions in this conversation, oldest first.</param>
    Answer Answer(string question, ImmutableArray<string> earlier);
}

/// <summary>What can be said to a question: exactly one of the records below.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The policy speaks to it: one to three clauses, best first. The verdict is the first clause's.</summary>
    public sealed record Found(ImmutableArray<Citation> Clauses, Verdict Verdict, NextStep Next) : Answer;

    /// <summary>The policy does not settle it. <see cref="LikelierPlace"/> is who or what may ("payroll or HR"), null when unknown.</summary>
    public sealed record NotCovered(string? LikelierPlace, NextStep Next) : Answer;

    /// <summary>The person asks for something to be done rather than what the policy says.</summary>
    public sealed record Wanted(NextStep Next) : Answer;

    /// <summary>Small talk, or an attempt to turn the bot to other ends. Decline briefly.</summary>
    public sealed record OffTopic : Answer;

    /// <summary>Somebody may be in danger. Help comes before any clause and any form.</summary>
    public sealed record Urgent(UrgentKind Kind) : Answer;
}

/// <summary>A clause and the document that it is quoted from.</summary>
public sealed record Citation(PolicyDocument Document, Clause Clause);

/// <summary>The honest short answer. None: not a yes/no question, or the policy does not settle it.</summary>
public enum Verdict
{
    None,
    Yes,
    No,

    /// <summary>The policy attaches a condition that the facts given do not settle.</summary>
    Conditional,
}

/// <summary>What the bot should offer beside the answer.</summary>
public enum NextStep
{
    None,
    Report,
    SecondOpinion,
    Handover,
    LogComment,
    MyCases,
    AskManager,
}

/// <summary>Why help comes first.</summary>
public enum UrgentKind
{
    Danger,
    ChildAtRisk,
    SelfHarm,
    IndecentImage,
    AdultContact,
}
