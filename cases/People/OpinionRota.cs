namespace PolicyBot.Cases.People;

/// <summary>How many people read a draft before it goes out.</summary>
public enum ReadersWanted
{
    One,

    /// <summary>Several have it, and the first who decides decides.</summary>
    Any,

    /// <summary>Several have it, and each of them must agree.</summary>
    All,
}

/// <summary>Who reads drafts in an academy when the Social Media Manager does not: their deputy, and then a pool.</summary>
public sealed record OpinionRota(Role Deputy, Role Pool);

/// <summary>How the Trust wants drafts to be read.</summary>
/// <param name="RemindAfter">In working hours: then the reader is reminded, and after as long again the next one has it.</param>
/// <param name="Academies">By the academy's key.</param>
public sealed record OpinionWays(ReadersWanted Readers, TimeSpan RemindAfter, ImmutableDictionary<string, OpinionRota> Academies)
{
    public static readonly OpinionWays Default = new(ReadersWanted.One, TimeSpan.FromHours(2), ImmutableDictionary<string, OpinionRota>.Empty);
}
