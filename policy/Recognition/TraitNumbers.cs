using System.Numerics;

namespace PolicyBot.Policy.Recognition;

/// <summary>
/// Finds the number of a trait by its hash. Some hundreds are looked up for every question: the hashes are good as they are, so they are not hashed
/// again, and a look costs one place in a table that is half empty.
/// </summary>
internal sealed class TraitNumbers
{
    private readonly ulong[] hashes;
    private readonly int[] slots;
    private readonly int mask;

    /// <summary>Puts every trait in its place.</summary>
    /// <param name="hashes">The hashes of the traits; their numbers are their places.</param>
    public TraitNumbers(ulong[] hashes)
    {
        this.hashes = hashes;
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)(hashes.Length * 2) + 2)];
        mask = slots.Length - 1;
        Array.Fill(slots, -1);
        for (var number = 0; number < hashes.Length; number++)
        {
            var at = First(hashes[number]);
            while (slots[at] >= 0)
                at = (at + 1) & mask;
            slots[at] = number;
        }
    }

    /// <summary>The trait's number; -1 when it is not known.</summary>
    public int Find(ulong hash)
    {
        var at = First(hash);
        while (slots[at] is >= 0 and var number)
        {
            if (hashes[number] == hash)
                return number;
            at = (at + 1) & mask;
        }

        return -1;
    }

    // The upper half of the hash is mixed better than its lowest bits.
    private int First(ulong hash) => (int)(hash >> 32) & mask;
}
