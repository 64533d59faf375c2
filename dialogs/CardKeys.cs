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

    /// <summary>Opened from the list: a copy for one look, which no update reaches.</summary>
    public static string Opened(CaseReference reference) => $"{reference}/opened";

    public static string Safeguarding(CaseReference reference, string personId) => $"{reference}/safeguarding/{personId}";

    public static string Told(CaseReference reference, int version) => $"{reference}/told/{version}";

    public static string Back(CaseReference reference, int version, string personId) => $"{reference}/back/{version}/{personId}";

    /// <summary>What somebody who is involved was told.</summary>
    public static string Involved(CaseReference reference, int number) => $"{reference}/involved/{number}";

    /// <summary>A question to the reporter.</summary>
    public static string Asked(CaseReference reference, int number) => $"{reference}/asked/{number}";

    /// <summary>A reminder in the SLT channel, or in somebody's own chat.</summary>
    public static string Reminder(CaseReference reference, Reminder reminder, string? personId = null) =>
        $"{reference}/reminder/{reminder.Kind}-{reminder.Step}/{personId ?? "slt"}";

    /// <summary>What has become of the files of one message, for who sent it.</summary>
    public static string Files(string offerId) => $"files/{offerId}";

    public static string File(string pieceId) => $"file/{pieceId}";

    public static string Disposal(string draftId) => $"draft/{draftId}/disposal";

    /// <summary>A file for a handler, once for each time that they ask.</summary>
    public static string HandOut(CaseReference reference, string turnId) => $"{reference}/file/{turnId}";

    public static string NoFiles(CaseReference reference, string personId) => $"{reference}/no-files/{personId}";
}
