using System.Collections.Immutable;

namespace PolicyBot.Policy.Recognition;

/// <summary>What was learnt, as it is stored. Traits and their columns of numbers run in parallel.</summary>
/// <param name="Guidance">The SHA-256 of the guidance that it was learnt from, in hexadecimal: an edit to a phrasing makes it out of date.</param>
/// <param name="Subjects">The names of the subjects; a column number points here.</param>
/// <param name="Bias">What each subject starts with.</param>
/// <param name="Traits">The hashes of the traits, in ascending order.</param>
/// <param name="Rarity">How much a trait says: what few phrasings have says more.</param>
/// <param name="Scale">What a trait's weights are multiplied with.</param>
/// <param name="Starts">Where a trait's weights begin in <paramref name="Columns"/> and <paramref name="Weights"/>; one more than there are traits.</param>
/// <param name="Columns">The subject that a weight speaks for.</param>
/// <param name="Weights">How loudly, -127 to 127.</param>
internal sealed record ModelData(
    string Guidance,
    ImmutableArray<string> Subjects,
    float[] Bias,
    ulong[] Traits,
    float[] Rarity,
    float[] Scale,
    int[] Starts,
    ushort[] Columns,
    sbyte[] Weights);
