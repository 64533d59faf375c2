using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyBot.Policy.Adding;

/// <summary>Counts as Word does when it prints: the numbers of items and headings are nowhere in the text.</summary>
internal sealed class WordNumbers(Numbering? numbering)
{
    private const int Levels = 9;
    private const int LargestInLetters = 99;

    private readonly Dictionary<int, int[]> counts = [];

    /// <summary>What is printed before the next paragraph with this numbering ("-" for any bullet), and how deep in its list it is; null when it has none.</summary>
    public (string? Mark, int Depth) Next(NumberingProperties? properties)
    {
        if (properties?.NumberingId?.Val?.Value is not (> 0 and var id))
            return (null, 0);
        var depth = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        var list = numbering?.Elements<NumberingInstance>().FirstOrDefault(one => one.NumberID?.Value == id)?.AbstractNumId?.Val?.Value;
        var levels = numbering?.Elements<AbstractNum>().FirstOrDefault(one => one.AbstractNumberId?.Value == list)?.Elements<Level>()
            .DistinctBy(level => level.LevelIndex?.Value ?? 0).ToDictionary(level => level.LevelIndex?.Value ?? 0);
        if (levels is null || !levels.TryGetValue(depth, out var format) || Format(format) is var kind && (kind == NumberFormatValues.Bullet || kind == NumberFormatValues.None))
            return ("-", depth);

        if (!counts.TryGetValue(id, out var count))
            counts[id] = count = [.. Enumerable.Range(0, Levels).Select(level => Start(levels, level) - 1)];
        count[depth]++;
        for (var deeper = depth + 1; deeper < Levels; deeper++)
            count[deeper] = Start(levels, deeper) - 1;
        var mark = format.LevelText?.Val?.Value ?? $"%{depth + 1}.";
        for (var level = 0; level <= depth; level++)
            mark = mark.Replace($"%{level + 1}", Printed(Math.Max(count[level], 1), levels.TryGetValue(level, out var of) ? Format(of) : NumberFormatValues.Decimal), StringComparison.Ordinal);
        return (mark.Length == 0 ? "-" : mark, depth);
    }

    private static NumberFormatValues Format(Level level) => level.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;

    private static int Start(Dictionary<int, Level> levels, int level) => levels.TryGetValue(level, out var found) ? found.StartNumberingValue?.Val?.Value ?? 1 : 1;

    private static string Printed(int number, NumberFormatValues format) =>
        number > LargestInLetters ? number.ToString(CultureInfo.InvariantCulture)
        : format == NumberFormatValues.LowerLetter ? Letters(number, 'a')
        : format == NumberFormatValues.UpperLetter ? Letters(number, 'A')
        : format == NumberFormatValues.LowerRoman ? Roman(number).ToLowerInvariant()
        : format == NumberFormatValues.UpperRoman ? Roman(number)
        : number.ToString(CultureInfo.InvariantCulture);

    // After z comes aa, then bb.
    private static string Letters(int number, char first) => new((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string Roman(int number)
    {
        (int Value, string Letters)[] signs = [(90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (value, letters) in signs)
        {
            for (; number >= value; number -= value)
                roman += letters;
        }
        return roman;
    }
}
