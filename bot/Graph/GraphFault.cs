namespace PolicyBot.Bot.Graph;

/// <summary>Why a call to Graph did not bring what was wanted, by what to do about it.</summary>
internal enum GraphFaultKind
{
    /// <summary>It certainly did not arrive: nobody was there, or there was no token. Try again.</summary>
    NotSent,

    /// <summary>Too much was asked (429, 423), or we held it back ourselves. Nothing was done; try again, not before <see cref="GraphFault.After"/>.</summary>
    Throttled,

    /// <summary>Nobody knows whether it was done: 5xx, a time-out, a connection that broke. Look before a create is repeated.</summary>
    Unknown,

    /// <summary>Not allowed (401, 403): an administrator has to look.</summary>
    Denied,

    /// <summary>It is not there (404, 410).</summary>
    Missing,

    /// <summary>It is there already, or something else is in its place (409).</summary>
    Conflict,

    /// <summary>Somebody else changed it in the meantime (412).</summary>
    Stale,

    /// <summary>Graph does not take it in this form (any other 4xx).</summary>
    Refused,
}

/// <summary>Why a call did not bring what was wanted.</summary>
/// <param name="Status">The HTTP status; 0 when there was none.</param>
/// <param name="Code">Graph's own code, or ours; never a word of what was sent.</param>
/// <param name="After">How long Graph wants to be left alone; null when it did not say.</param>
internal sealed record GraphFault(GraphFaultKind Kind, int Status, string Code, TimeSpan? After);

/// <summary>What a call brought, or why it did not.</summary>
internal readonly record struct GraphAnswer<T>(T? Value, GraphFault? Fault);
