namespace PolicyBot.AnswersBenchmark;

/// <summary>Questions as staff type them: the shipped ways of asking, taken evenly from all subjects.</summary>
internal static class Questions
{
    public static string[] Sample(string folder, int most)
    {
        var all = Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories).Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "asked")
            .Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] is not ('[' or '#')).ToArray();
        var step = Math.Max(1, all.Length / most);
        return [.. all.Where((_, number) => number % step == 0).Take(most)];
    }
}
