using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Dialogs;

/// <summary>The names of the cards that are updated later.</summary>
public static class CardKeys
{
    public static string Draft(string draftId) => $"draft/{draftId}";

    /// <summary>In the SLT channel.</summary>
    public static string Channel(CaseReference reference) => $"{reference}/slt";

    /// <summary>In a handler's own chat, when the channel must not have it.</summary>
    public static string Handler(CaseReference reference, string personId) => $"{reference}/handler/{personId}";

    public static string Reporter(CaseReference reference) => $"{reference}/reporter";

    public static string Safeguarding(CaseReference reference, string personId) => $"{reference}/safeguarding/{personId}";

    public static string Told(CaseReference reference, int version) => $"{reference}/told/{version}";

    public static string Back(CaseReference reference, int version, string personId) => $"{reference}/back/{version}/{personId}";

    /// <summary>A reminder in the SLT channel, or in somebody's own chat.</summary>
    public static string Reminder(CaseReference reference, Reminder reminder, string? personId = null) =>
        $"{reference}/reminder/{reminder.Kind}-{reminder.Step}/{personId ?? "slt"}";

    public static string Record(CaseReference reference) => $"{reference}/record";
}
