namespace PolicyBot.Policy.Reports;

/// <summary>
/// Words that no learning may unlearn: where they stand together, a report is about safeguarding, whatever else it says. They are few on purpose, since
/// "shooting" and "naked" alone say nothing.
/// </summary>
internal static class ReportAlarms
{
    // Each is enough when all of it stands in the report. A play, a poster or a cake in the report keeps them out.
    private static readonly ReportSense[] Together =
    [
        ReportSense.Child | ReportSense.Cut,
        ReportSense.Child | ReportSense.Suicide,
        ReportSense.Child | ReportSense.Nude | ReportSense.Picture,
        ReportSense.Child | ReportSense.Weapon | ReportSense.Now,
        ReportSense.Child | ReportSense.Staff | ReportSense.Contact | ReportSense.Night,
        ReportSense.Child | ReportSense.Staff | ReportSense.Fond,
        ReportSense.Child | ReportSense.Head | ReportSense.Fond,
        ReportSense.Child | ReportSense.Head | ReportSense.Contact | ReportSense.Night,
        ReportSense.Child | ReportSense.Adult | ReportSense.Contact | ReportSense.Secret,
        ReportSense.Child | ReportSense.Adult | ReportSense.Contact | ReportSense.Meet,
        ReportSense.Child | ReportSense.Adult | ReportSense.Contact | ReportSense.Sexual,
    ];

    // Said of nothing else.
    private static readonly string[] Phrases =
    [
        "bomb threat", "pipe bomb", "child porn", "child abuse images", "sexual abuse", "suicide note", "county lines", "forced marriage", "hit list", "sexually assaulted", "nudes of",
    ];

    /// <summary>Whether they stand in a text with these senses.</summary>
    public static bool AreIn(string text, List<ReportSense> senses)
    {
        var all = senses.Aggregate(ReportSense.None, (sum, sense) => sum | sense);
        return Array.Exists(Phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            || ((all & ReportSense.Harmless) == ReportSense.None && Array.Exists(Together, together => (all & together) == together));
    }
}
