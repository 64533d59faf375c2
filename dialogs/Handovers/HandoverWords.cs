using System.Text.RegularExpressions;

namespace PolicyBot.Dialogs.Handovers;

/// <summary>"Handover ACC-2026-0007": an account that is handed over, named by its reference.</summary>
internal static partial class HandoverWords
{
    private const int WaitMs = 1000;

    /// <summary>The reference; null when this says something else.</summary>
    public static string? Account(string text) => Named().Match(text.Trim()) is { Success: true } match ? match.Groups["account"].Value.ToUpperInvariant() : null;

    [GeneratedRegex(@"^hand ?over (?:of )?(?:account )?(?<account>ACC-\d{4}-\d{4,7})\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, WaitMs)]
    private static partial Regex Named();
}
