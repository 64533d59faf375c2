namespace PolicyBot.Policy.Recognition;

/// <summary>
/// Finds the number of a trait by its hash. Some hundreds are looked up for every question, in a table larger than the processor's own memory: so a look
/// costs one place in a table that is half empty, where the number lies beside as much of the hash as there is room for.
/// </summary>
internal sealed class TraitNumbers
{
    // Of a place: the number, counted from 1, in its lower bits, and above it the lower bits of the hash. Where a trait lies depends on the hash's upper half.
    private const int NumberBits = 24;
    private const ulong NumberMask = (1UL << NumberBits) - 1;
    private const int MostTraits = (1 << NumberBits) - 1;
    private const ulong HashMask = ulong.MaxValue >> NumberBits;

    private readonly ulong[] slots;

    /// <summary>Puts every trait in its place.</summary>
    /// <param name="hashes">The hashes of the traits; their numbers are their places. Fewer than sixteen million.</param>
    public TraitNumbers(ulong[] hashes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(hashes.Length, MostTraits, nameof(hashes));
        slots = new ulong[(hashes.Length * 2) + 1];
        for (var number = 0; number < hashes.Length; number++)
        {
            var at = First(hashes[number]);
            while (slots[at] != 0)
                at = After(at);
            slots[at] = (hashes[number] << NumberBits) | (uint)(number + 1);
        }
    }

    /// <summary>The trait's number; -1 when it is not known.</summary>
    public int Find(ulong hash)
    {
        for (var at = First(hash); slots[at] is not 0 and var slot; at = After(at))
        {
            if (slot >> NumberBits == (hash & HashMask))
                return (int)(slot & NumberMask) - 1;
        }

        return -1;
    }

    // The hash's upper half, as a share of the table: its length need not be a power of two then, which could be nearly twice as much.
    private int First(ulong hash) => (int)(((hash >> 32) * (ulong)slots.Length) >> 32);

    private int After(int at) => at + 1 == slots.Length ? 0 : at + 1;
}
