using PolicyBot.Cases.Secrets;

namespace PolicyBot.Cases.Handovers;

/// <summary>What people write beside a step or a decision. It is read by several people and kept for years: nothing in it may let anybody in.</summary>
public static class EvidenceNote
{
    /// <summary>In characters.</summary>
    public const int Longest = 500;

    public const string Secret =
        "This looks like a password or a code, so I have not kept it. Please write how one can tell, without it. If it is one, change it: it was typed into a chat.";

    /// <summary>The sentence that says what is wrong with it; null when it may be kept.</summary>
    /// <param name="missing">What is said when there is none.</param>
    public static string? Fault(string note, string missing) =>
        note.Length == 0 ? missing
        : note.Length > Longest ? $"Please keep this under {Longest} characters."
        : LooksSecret.In(note) ? Secret
        : null;
}
