using System.Collections.Immutable;

namespace PolicyBot.Policy.Guidance;

/// <summary>What a question can turn out to be about. The id is what the files of phrasings name it by.</summary>
internal abstract record Subject(string Id)
{
    /// <summary>The policy speaks to it.</summary>
    /// <param name="Clauses">Those that answer it, best first.</param>
    /// <param name="Says">The short answer in the bot's own words; null, with no verdict, while it waits for a review.</param>
    /// <param name="Asks">The question in a few words, for a button.</param>
    internal sealed record Situation(
        string Id, ImmutableArray<Citation> Clauses, Verdict Verdict, NextStep Next, string? Says, string Asks) : Subject(Id)
    {
        /// <summary>The short answer that was written for other words than its clauses have now, until somebody has read it again; null when none waits.</summary>
        public string? Waiting { get; private init; }

        public Situation Unreviewed() => this with { Verdict = Verdict.None, Says = null, Waiting = Says };
    }

    /// <summary>The policy does not settle it. <paramref name="About"/> says in a few words what it is.</summary>
    internal sealed record Uncovered(string Id, string LikelierPlace, string About) : Subject(Id);

    internal sealed record Errand(string Id, NextStep Next) : Subject(Id);

    internal sealed record Chatter(string Id) : Subject(Id);

    internal sealed record Emergency(string Id, UrgentKind Kind) : Subject(Id);

    /// <summary>Somebody tries to change the rules, or to get at what is not theirs.</summary>
    internal sealed record Attack(string Id) : Subject(Id);
}
