using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyBot.Policy.Recognition;

/// <summary>
/// Adds up what a question's traits say for each subject. The traits that nearly every question has ("can", "the") speak for many subjects: their
/// weights are written out, one for each subject, so that several are added at a time. In either form a subject's weights are added in the same
/// order with the same rounding, so the sums are the same to the last bit on every machine.
/// </summary>
internal sealed class TraitWeights
{
    // With fewer, going through those that there are is faster than going through all.
    private const int ManySubjects = 6;

    private readonly ModelData data;

    // A trait's row among those that are written out, counted from 1; 0 when it has none, as nearly all have.
    private readonly ushort[] rowOf;
    private readonly float[][] rows;

    public TraitWeights(ModelData data)
    {
        this.data = data;
        rowOf = new ushort[data.Traits.Length];
        var written = new List<float[]>();
        for (var trait = 0; trait < rowOf.Length && written.Count < ushort.MaxValue; trait++)
        {
            if ((data.Starts[trait + 1] - data.Starts[trait]) * ManySubjects < data.Subjects.Length)
                continue;
            written.Add(Whole(trait));
            rowOf[trait] = (ushort)written.Count;
        }

        rows = [.. written];
    }

    /// <summary>Adds a trait's weights, each times <paramref name="value"/>, to the sums of the subjects that they speak for.</summary>
    public void Add(int trait, float value, Span<float> sums)
    {
        if (rowOf[trait] is > 0 and var row)
            AddWhole(rows[row - 1], value, sums);
        else
            AddFew(data.Columns.AsSpan(data.Starts[trait]..data.Starts[trait + 1]), data.Weights.AsSpan(data.Starts[trait]..data.Starts[trait + 1]), value, sums);
    }

    private static void AddWhole(ReadOnlySpan<float> row, float value, Span<float> sums)
    {
        var several = MemoryMarshal.Cast<float, Vector<float>>(row);
        var severalSums = MemoryMarshal.Cast<float, Vector<float>>(sums[..row.Length]);
        for (var at = 0; at < several.Length; at++)
            severalSums[at] += several[at] * value;
        for (var at = several.Length * Vector<float>.Count; at < row.Length; at++)
            sums[at] += row[at] * value;
    }

    private static void AddFew(ReadOnlySpan<ushort> columns, ReadOnlySpan<sbyte> weights, float value, Span<float> sums)
    {
        for (var at = 0; at < columns.Length; at++)
            sums[columns[at]] += weights[at] * value;
    }

    private float[] Whole(int trait)
    {
        var row = new float[data.Subjects.Length];
        for (var at = data.Starts[trait]; at < data.Starts[trait + 1]; at++)
            row[data.Columns[at]] = data.Weights[at];
        return row;
    }
}
