using System.Collections.Frozen;

namespace PolicyBot.Dialogs.Wording;

/// <summary>The lists of words beside this file, which people review and lengthen.</summary>
internal static class WordList
{
    public static readonly FrozenSet<string> GivenNames = Read("given-names.txt");
    public static readonly FrozenSet<string> Kept = Read("kept-words.txt");

    private static FrozenSet<string> Read(string name)
    {
        using var resource = new StreamReader(typeof(WordList).Assembly.GetManifestResourceStream(name)!);
        return resource.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
    }
}
