using System.Globalization;

namespace PolicyBot.Bot.Policies;

/// <summary>Names, sizes and times of all files below a folder: equal traces mean that nothing was changed. Reads no file, so that it is cheap on a network share.</summary>
internal static class FolderTrace
{
    /// <summary>The trace; a folder that cannot be listed has one of its own, so that losing it is a change like any other.</summary>
    public static string Of(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}"));
            return string.Join('\n', files.Order(StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "cannot be listed";
        }
    }
}
