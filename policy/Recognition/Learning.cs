using System.Collections.Immutable;
using System.Numerics;

namespace PolicyBot.Policy.Recognition;

/// <summary>A way of asking, and the one or two subjects that it is about.</summary>
internal sealed record Lesson(string Question, string Earlier, ImmutableArray<string> Subjects);

/// <summary>
/// Learns the <see cref="Recogniser"/> from examples: multinomial logistic regression, by gradient descent in a fixed order. The same lessons
/// give the same bytes.
/// </summary>
internal static class Learning
{
    // Chosen by cross-validation (train --check): fewer rounds know less, more learn the examples by heart.
    private const int Rounds = 12;
    private const float FirstStep = 2f;
    private const float BiasStep = 0.1f;

    // The order in which the lessons come leaves its trace: it alone settled two or three strangers' questions in a hundred. What several orders agree on is kept.
    private const int Orders = 3;
    private const int FirstOrder = 2;

    // A trait that a single phrasing has says more about its writer than about the subject.
    private const int FewestWith = 2;
    private const int FewestWithPiece = 4;

    // Weights that move nothing are left out: nine in ten.
    private const float Faintest = 0.25f;

    // A subject that speaks for itself has few lessons for it and many against: those for it count more, and smaller steps leave room for doubt.
    private const float ApartCounts = 3f;
    private const float FirstStepApart = 0.5f;

    private delegate void Judging(Span<float> sums);

    /// <summary>Learns which of the subjects it is.</summary>
    /// <param name="kindOf">The kind that a subject is of. Kinds with few lessons weigh more, or everything would look like the largest.</param>
    /// <param name="guidance">The hash of what the lessons were read from.</param>
    /// <param name="orders">In how many orders the lessons are gone through: one is three times as fast and nearly as good.</param>
    public static ModelData From(ImmutableArray<Lesson> lessons, Func<string, string> kindOf, string guidance, int orders = Orders)
    {
        var kinds = lessons.CountBy(lesson => kindOf(lesson.Subjects[0]), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var most = kinds.Values.DefaultIfEmpty().Max();
        return From(
            lessons, guidance, orders, lesson => MathF.Sqrt((float)most / kinds[kindOf(lesson.Subjects[0])]), FirstStep, Softmax.ToProbabilities, (p, among) => p - (1f / among));
    }

    /// <summary>Learns of each subject by itself whether it applies: a lesson may have several, or none.</summary>
    public static ModelData Apart(ImmutableArray<Lesson> lessons, string guidance) =>
        From(lessons, guidance, Orders, _ => 1, FirstStepApart, Sigmoid.ToProbabilities, (p, _) => ApartCounts * (p - 1));

    private static ModelData From(
        ImmutableArray<Lesson> lessons, string guidance, int orders, Func<Lesson, float> weightOf, float firstStep, Judging judge, Func<float, int, float> lacking)
    {
        var subjects = lessons.SelectMany(lesson => lesson.Subjects).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var columnOf = subjects.Index().ToDictionary(each => each.Item, each => each.Index, StringComparer.Ordinal);
        var traits = lessons.Select(lesson => Traits.Of(lesson.Question, lesson.Earlier)).ToArray();
        var (hashes, rarity, numberOf) = Count(traits);

        var examples = lessons.Index().Select(each => new Example(
            [.. traits[each.Index].Where(trait => numberOf.ContainsKey(trait.Hash)).Select(trait => numberOf[trait.Hash])],
            Values(traits[each.Index], numberOf, rarity),
            [.. each.Item.Subjects.Select(subject => columnOf[subject])],
            weightOf(each.Item))).ToArray();

        var (weights, bias) = Mean([.. Enumerable.Range(FirstOrder, orders).AsParallel().AsOrdered()
            .Select(order => Descend(examples, hashes.Length, subjects.Length, new Random(order), firstStep, judge, lacking))]);
        return Pack(guidance, subjects, bias, hashes, rarity, weights);
    }

    private static (float[][] Weights, float[] Bias) Mean(ImmutableArray<(float[][] Weights, float[] Bias)> learnt)
    {
        var (weights, bias) = learnt[0];
        foreach (var (otherWeights, otherBias) in learnt.Skip(1))
        {
            for (var trait = 0; trait < weights.Length; trait++)
                AddScaled(otherWeights[trait], 1, weights[trait]);
            AddScaled(otherBias, 1, bias);
        }

        foreach (var row in weights.Append(bias))
        {
            for (var at = 0; at < row.Length; at++)
                row[at] /= learnt.Length;
        }

        return (weights, bias);
    }

    private static (ulong[] Hashes, float[] Rarity, Dictionary<ulong, int> NumberOf) Count(Trait[][] examples)
    {
        var counts = new Dictionary<Trait, int>();
        foreach (var trait in examples.SelectMany(traits => traits))
            counts[trait] = counts.GetValueOrDefault(trait) + 1;
        var kept = counts.Where(each => each.Value >= (each.Key.Kind is TraitKind.Word ? FewestWith : FewestWithPiece)).OrderBy(each => each.Key.Hash).ToArray();
        return (
            [.. kept.Select(each => each.Key.Hash)],
            [.. kept.Select(each => (float)Math.Log(1 + ((double)examples.Length / each.Value)))],
            kept.Index().ToDictionary(each => each.Item.Key.Hash, each => each.Index));
    }

    private static float[] Values(Trait[] traits, Dictionary<ulong, int> numberOf, float[] rarity)
    {
        var lengths = new float[3];
        var known = traits.Where(trait => numberOf.ContainsKey(trait.Hash)).ToArray();
        foreach (var trait in known)
            lengths[(int)trait.Kind] += rarity[numberOf[trait.Hash]] * rarity[numberOf[trait.Hash]];
        return [.. known.Select(trait => rarity[numberOf[trait.Hash]] / MathF.Sqrt(lengths[(int)trait.Kind]))];
    }

    private static (float[][] Weights, float[] Bias) Descend(
        Example[] examples, int traits, int subjects, Random random, float firstStep, Judging judge, Func<float, int, float> lacking)
    {
        var weights = new float[traits][];
        for (var trait = 0; trait < traits; trait++)
            weights[trait] = new float[subjects];
        var bias = new float[subjects];
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var wrong = new float[bias.Length];
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = firstStep * (Rounds - round) / Rounds;
            foreach (var number in order)
            {
                var example = examples[number];
                bias.CopyTo(wrong, 0);
                for (var at = 0; at < example.Traits.Length; at++)
                    AddScaled(weights[example.Traits[at]], example.Values[at], wrong);
                judge(wrong);
                foreach (var column in example.Columns)
                    wrong[column] = lacking(wrong[column], example.Columns.Length);

                var back = -step * example.Weight;
                AddScaled(wrong, back * BiasStep, bias);
                for (var at = 0; at < example.Traits.Length; at++)
                    AddScaled(wrong, back * example.Values[at], weights[example.Traits[at]]);
            }
        }

        return (weights, bias);
    }

    private static void AddScaled(float[] from, float by, float[] to)
    {
        var many = new Vector<float>(by);
        var at = 0;
        for (; at <= from.Length - Vector<float>.Count; at += Vector<float>.Count)
            (new Vector<float>(to, at) + (many * new Vector<float>(from, at))).CopyTo(to, at);
        for (; at < from.Length; at++)
            to[at] += by * from[at];
    }

    private static ModelData Pack(string guidance, ImmutableArray<string> subjects, float[] bias, ulong[] hashes, float[] rarity, float[][] weights)
    {
        var (kept, scale, starts, columns, values) = (new List<int>(), new List<float>(), new List<int> { 0 }, new List<ushort>(), new List<sbyte>());
        for (var trait = 0; trait < hashes.Length; trait++)
        {
            var loudest = weights[trait].Max(Math.Abs);
            if (loudest < Faintest)
                continue;
            kept.Add(trait);
            scale.Add(loudest / 127);
            for (var column = 0; column < subjects.Length; column++)
            {
                if (Math.Abs(weights[trait][column]) < Faintest)
                    continue;
                columns.Add((ushort)column);
                values.Add((sbyte)MathF.Round(weights[trait][column] / loudest * 127));
            }

            starts.Add(columns.Count);
        }

        return new ModelData(
            guidance, subjects, bias, [.. kept.Select(trait => hashes[trait])], [.. kept.Select(trait => rarity[trait])], [.. scale], [.. starts], [.. columns], [.. values]);
    }

    private sealed record Example(int[] Traits, float[] Values, int[] Columns, float Weight);
}
