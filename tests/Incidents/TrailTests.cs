using FsCheck;
using FsCheck.Fluent;
using PolicyBot.Cases;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Tests.Incidents;

/// <summary>A chain of entries holds together whatever is written in them, and breaks wherever anything is changed.</summary>
public sealed class TrailTests
{
    private static readonly CaseReference Reference = new("INC", 2026, 42);
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Any_chain_that_was_appended_verifies() => Check.One(Properties.Of(), Prop.ForAll(Chains, words =>
    {
        var (head, entries) = Chain(words);
        return head.Count == words.Length && head.FaultIn(Reference, entries) is null;
    }));

    [Fact]
    public void Any_change_to_any_entry_is_found() => Check.One(Properties.Of(), Prop.ForAll(Chains, Gen.Choose(0, 1000).ToArbitrary(), (words, at) =>
    {
        var (head, entries) = Chain(words);
        var touched = entries[at % entries.Count];
        TrailEntry[] changes =
        [
            touched with { Data = touched.Data + " " }, touched with { Actor = touched.Actor + "x" }, touched with { Type = "incident.closed" },
            touched with { At = touched.At.AddMilliseconds(1) }, touched with { Sequence = touched.Sequence + 1 }, touched with { Hash = new string('f', 64) },
            // A letter moved over the border between two parts must not hash the same.
            touched with { Actor = touched.Actor[..^1], Type = touched.Actor[^1] + touched.Type },
        ];
        return changes.All(change => head.FaultIn(Reference, Replaced(entries, at % entries.Count, change)) is not null);
    }));

    [Fact]
    public void Any_entry_that_is_taken_out_doubled_or_moved_is_found() => Check.One(Properties.Of(), Prop.ForAll(Chains, Gen.Choose(0, 1000).ToArbitrary(), (words, at) =>
    {
        var (head, entries) = Chain(words);
        var index = at % entries.Count;
        var without = entries.Where((_, i) => i != index).ToList();
        List<TrailEntry> doubled = [.. entries, entries[index]];
        var reversed = entries.AsEnumerable().Reverse().ToList();
        return head.FaultIn(Reference, without) is not null
            && head.FaultIn(Reference, doubled) is not null
            && (entries.Count == 1 || head.FaultIn(Reference, reversed) is not null);
    }));

    [Fact]
    public void A_trail_does_not_fit_another_case()
    {
        var (head, entries) = Chain(["reported"]);

        Assert.Equal("INC-2026-0043: entry 1 was altered.", head.FaultIn(Reference with { Number = 43 }, entries));
    }

    private static Arbitrary<string[]> Chains =>
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "").NonEmptyListOf().Select(words => words.ToArray()).ToArbitrary();

    private static (TrailHead Head, List<TrailEntry> Entries) Chain(string[] words)
    {
        var head = TrailHead.Start;
        var entries = new List<TrailEntry>();
        foreach (var word in words)
        {
            (head, var entry) = head.Append(Reference, Start.AddSeconds(entries.Count), "somebody", "incident.acknowledged", word);
            entries.Add(entry);
        }
        return (head, entries);
    }

    private static List<TrailEntry> Replaced(List<TrailEntry> entries, int index, TrailEntry change)
    {
        List<TrailEntry> copy = [.. entries];
        copy[index] = change;
        return copy;
    }
}
