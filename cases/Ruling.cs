namespace PolicyBot.Cases;

/// <summary>What the rules say to a command: the new record with its trail entries, or the sentence that the person reads.</summary>
public abstract record Ruling<TRecord>
{
    private Ruling() { }

    public sealed record Allowed(TRecord After, ImmutableArray<Trail.TrailEntry> Entries) : Ruling<TRecord>;

    public sealed record Refused(string Sentence) : Ruling<TRecord>;
}
