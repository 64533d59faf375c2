namespace PolicyBot.Cases.Questions;

/// <summary>Why a question counts as one that found no good answer.</summary>
public enum UnmetKind
{
    NotCovered,
    Unclear,

    /// <summary>The asker said that the answer did not help.</summary>
    Disliked,
}

/// <summary>One question that found no good answer, for the counts: what it was about, and neither its words nor who asked.</summary>
/// <param name="Day">In the Trust's time zone.</param>
/// <param name="Subject">A topic outside the policy or a situation, by the name that guidance gives it; <see cref="Other"/> when unknown.</param>
public sealed record Unmet(DateOnly Day, UnmetKind Kind, string Subject)
{
    public const string Other = "other";
}

/// <summary>How often something was asked in vain.</summary>
public sealed record UnmetCount(UnmetKind Kind, string Subject, int Times);
