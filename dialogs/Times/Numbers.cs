using System.Globalization;

namespace PolicyBot.Dialogs.Times;

/// <summary>Small numbers, in digits or in words.</summary>
internal static class Numbers
{
    private static readonly string[] Words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static int Read(string text) =>
        text is "a" or "an" ? 1
        : Array.IndexOf(Words, text) is > 0 and var number ? number
        : int.Parse(text, CultureInfo.InvariantCulture);
}
