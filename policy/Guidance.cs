using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>What a question can turn out to be about.</summary>
internal abstract record Subject
{
    internal sealed record ClauseOf(Citation Citation, NextStep Next, ImmutableArray<Citation> Related) : Subject;

    internal sealed record Uncovered(string LikelierPlace) : Subject;

    internal sealed record Errand(NextStep Next) : Subject;

    internal sealed record Chatter : Subject;
}

/// <summary>One way of asking about a subject, and the short answer to that way of asking.</summary>
internal sealed record Phrasing(Subject Subject, string Words, Verdict Verdict);

/// <summary>How people ask, for every subject, and which words mean the same to them.</summary>
internal sealed record Guidance(ImmutableArray<Phrasing> Phrasings, ImmutableArray<KeyValuePair<string, string>> SameWords);
