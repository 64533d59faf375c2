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

    /// <summary>A danger that the question hints at, if only faintly: the way to help then stands above the answer. Null mostly.</summary>
    public UrgentKind? Perhaps { get; init; }

    /// <summary>The policy speaks to it: one to three clauses, best first.</summary>
    public sealed record Found(ImmutableArray<Citation> Clauses, Verdict Verdict, NextStep Next) : Answer
    {
        /// <summary>The situation that the question was taken for; null when only the words of the policy's own text were found.</summary>
        public string? Situation { get; init; }

        /// <summary>The short answer in the bot's own words ("No. …"), written by people beside the policy; null when there is none, or when it was written for another wording of the clause.</summary>
        public string? Says { get; init; }

        /// <summary>What the person may rather want done than know ("a mum commented, what now"): offered first. None mostly.</summary>
        public NextStep Errand { get; init; }

        /// <summary>True when a language model picked the clauses and wrote <see cref="Says"/>; people are told so.</summary>
        public bool Generated { get; init; }

        /// <summary>What the quoted clauses name and the policy leaves undefined.</summary>
        public ImmutableArray<UndefinedTerm> Undefined { get; init; } = [];
    }

    /// <summary>It could be any of these, and they have different answers. Two to four.</summary>
    public sealed record Unclear(ImmutableArray<Choice> Choices) : Answer;

    /// <summary>The policy does not settle it. <see cref="LikelierPlace"/> is who or what may ("payroll or HR"), null when unknown.</summary>
    public sealed record NotCovered(string? LikelierPlace, NextStep Next) : Answer
    {
        /// <summary>What it is about, as the list of subjects outside the policy names it; null when unknown.</summary>
        public string? Topic { get; init; }

        /// <summary>The name of that subject in the files of phrasings; null when unknown.</summary>
        public string? Subject { get; init; }
    }

    /// <summary>The person asks for something to be done rather than what the policy says.</summary>
    public sealed record Wanted(NextStep Next) : Answer;

    /// <summary>Small talk and the wide world. Decline briefly.</summary>
    public sealed record OffTopic : Answer;

    /// <summary>
    /// An attempt to change the rules, or to get at credentials, instructions or other people's cases. <see cref="Truth"/> is what the policy says to the
    /// question that was hidden in it, if there was one.
    /// </summary>
    public sealed record Refused(Found? Truth) : Answer;

    /// <summary>Somebody may be in danger. Help comes before any clause and any form.</summary>
    public sealed record Urgent(UrgentKind Kind) : Answer;
}

/// <summary>One thing that was perhaps meant: the button's words, and the question that it asks when it is pressed.</summary>
public sealed record Choice(string Label, string Asks);

/// <summary>Words of a clause that the policy does not explain ("agreed Trust protocols"). The Trust may have said what they mean, under <paramref name="Key"/>.</summary>
public sealed record UndefinedTerm(string Key, string Words);

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
    Acknowledge,
    ReadPolicy,
    Help,
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
