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

    private readonly ushort[] columns;
    private readonly sbyte[] weights;
    private readonly Place[] places;
    private readonly sbyte[][] rows;

    public TraitWeights(ModelData data)
    {
        columns = data.Columns;
        weights = data.Weights;
        places = new Place[data.Traits.Length];
        var written = new List<sbyte[]>();
        for (var trait = 0; trait < places.Length; trait++)
        {
            var (start, count) = (data.Starts[trait], data.Starts[trait + 1] - data.Starts[trait]);
            if (count * ManySubjects >= data.Subjects.Length)
            {
                written.Add(Whole(start, count, data.Subjects.Length));
                (start, count) = (written.Count - 1, Place.InARow);
            }
            places[trait] = new Place(start, count, data.Rarity[trait], data.Scale[trait]);
        }

        rows = [.. written];
    }

    /// <summary>How much a trait says: what few phrasings have says more.</summary>
    public float Rarity(int trait) => places[trait].Rarity;

    /// <summary>Adds a trait's weights, each times <paramref name="share"/>, to the sums of the subjects that they speak for.</summary>
    public void Add(int trait, float share, Span<float> sums)
    {
        ref readonly var place = ref places[trait];
        var value = place.Rarity * share * place.Scale;
        if (place.Count == Place.InARow)
            AddWhole(rows[place.Start], value, sums);
        else
            AddFew(columns.AsSpan(place.Start, place.Count), weights.AsSpan(place.Start, place.Count), value, sums);
    }

    // A row is mostly fetched from memory, so it lies there as small as it can: widening it costs less than fetching four times as much.
    private static void AddWhole(ReadOnlySpan<sbyte> row, float value, Span<float> sums)
    {
        var several = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(row);
        var severalSums = MemoryMarshal.Cast<float, Vector<float>>(sums[..row.Length]);
        for (var at = 0; at < several.Length; at++)
        {
            Vector.Widen(several[at], out var lower, out var upper);
            Vector.Widen(lower, out var first, out var second);
            Vector.Widen(upper, out var third, out var fourth);
            var four = severalSums.Slice(at * 4, 4);
            four[0] += Vector.ConvertToSingle(first) * value;
            four[1] += Vector.ConvertToSingle(second) * value;
            four[2] += Vector.ConvertToSingle(third) * value;
            four[3] += Vector.ConvertToSingle(fourth) * value;
        }
        for (var at = several.Length * Vector<sbyte>.Count; at < row.Length; at++)
            sums[at] += row[at] * value;
    }

    private static void AddFew(ReadOnlySpan<ushort> columns, ReadOnlySpan<sbyte> weights, float value, Span<float> sums)
    {
        for (var at = 0; at < columns.Length; at++)
            sums[columns[at]] += weights[at] * value;
    }

    private sbyte[] Whole(int start, int count, int subjects)
    {
        var row = new sbyte[subjects];
        for (var at = start; at < start + count; at++)
            row[columns[at]] = weights[at];
        return row;
    }

    // What is needed of a trait lies together, so that it is fetched at one go: the weights begin at Start, or have a row of their own with that number.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Start, int Count, float Rarity, float Scale)
    {
        public const int InARow = -1;
    }
}
