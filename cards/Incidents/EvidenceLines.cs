using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Incidents;

/// <summary>What other cards say of a report's files: how many there are, and that files can be sent where they may be.</summary>
internal static class EvidenceLines
{
    public static ImmutableArray<CardElement> Count(Incident incident) =>
        incident.Evidence.IsEmpty ? [] : [Lines.Subheading("Evidence"), Lines.Plain(InWords(incident.Evidence)) with { Spacing = Spacing.Small }];

    public static ImmutableArray<CardElement> OfDraft(ReportDraft draft) =>
        draft.Evidence.IsEmpty ? [] : [Lines.Subheading("Files you sent"), Lines.Plain(InWords(draft.Evidence)) with { Spacing = Spacing.Small }];

    /// <summary>Nothing where no file is taken: whoever is asked for a picture of a child will send one.</summary>
    public static ImmutableArray<CardElement> Invitation(Incident incident) =>
        incident is { TakesFiles: true, Status: not IncidentStatus.Closed } && !incident.Report.Route.IsSafeguarding()
            ? [Lines.Plain("If you have a screenshot or a file that shows it, send it to me here. I ask one question before I look at it.")]
            : [];

    /// <summary>A size as people say it.</summary>
    public static string SizeOf(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024:N0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:N1} MB"),
    };

    /// <summary>The sender's name for a file, fit to be shown.</summary>
    public static string NameOf(EvidencePiece piece) =>
        UserText.Escape(UserText.Shorten(piece.Name.ReplaceLineEndings(" "), Limits.FileName)) is { Length: > 0 } name ? name : "a file without a name";

    private static string InWords(ImmutableArray<EvidencePiece> pieces)
    {
        var (kept, underWay) = (pieces.Count(piece => piece.IsKept), pieces.Count(piece => piece.State is EvidenceState.UnderWay));
        var saved = kept switch { 0 => "No file is saved", 1 => "1 file is saved", _ => string.Create(CultureInfo.InvariantCulture, $"{kept} files are saved") };
        return underWay == 0 ? $"{saved}." : string.Create(CultureInfo.InvariantCulture, $"{saved}, and {underWay} {(underWay == 1 ? "is" : "are")} being fetched.");
    }
}
