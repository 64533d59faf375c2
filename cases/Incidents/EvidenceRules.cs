using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>What may happen to a case's files, each step with its trail entry. Nothing takes a file away again.</summary>
public static class EvidenceRules
{
    /// <summary>The files of the draft come into the case that it became; null when there is nothing to bring.</summary>
    public static Ruling<Incident>.Allowed? Bring(Incident incident, ReportDraft draft, DateTimeOffset now) =>
        draft.Evidence.IsEmpty && !draft.NoFiles
            ? null
            : Record(incident with { Evidence = draft.Evidence, NoFiles = draft.NoFiles }, incident.Reporter, now, "incident.evidence.brought", draft.Evidence);

    /// <summary>Files that were sent for it, to be fetched.</summary>
    public static Ruling<Incident> Send(Incident incident, ImmutableArray<EvidencePiece> pieces, PersonRef by, DateTimeOffset now)
    {
        if (incident.Status is IncidentStatus.Closed)
            return new Ruling<Incident>.Refused("This report is finished. Please start a new one.");
        if (!incident.TakesFiles)
            return new Ruling<Incident>.Refused("I take no file for this report.");
        return pieces.Length > EvidencePieces.Room(incident.Evidence)
            ? new Ruling<Incident>.Refused($"One report takes {EvidencePieces.Most} files.")
            : Record(incident with { Evidence = [.. incident.Evidence, .. pieces] }, by, now, "incident.evidence.sent", pieces);
    }

    /// <summary>What came of fetching one of them.</summary>
    public static Ruling<Incident> Settle(Incident incident, string id, EvidenceReceipt receipt, DateTimeOffset now)
    {
        if (EvidencePieces.Find(incident.Evidence, id) is not { State: EvidenceState.UnderWay } piece)
            return new Ruling<Incident>.Refused("This file was dealt with already.");
        var pieces = EvidencePieces.Settle(incident.Evidence, id, receipt, now);
        var settled = EvidencePieces.Find(pieces, id)!;
        return Record(incident with { Evidence = pieces }, piece.By, now, settled.IsKept ? "incident.evidence.kept" : "incident.evidence.not_kept", [settled]);
    }

    /// <summary>The sender says that a file could show a child undressed, or is not sure: no file is taken for this case from now on.</summary>
    public static Ruling<Incident> Mark(Incident incident, PersonRef by, DateTimeOffset now) =>
        incident.NoFiles
            ? new Ruling<Incident>.Refused("No file is taken for this report already.")
            : Record(incident with { NoFiles = true }, by, now, "incident.evidence.declined", []);

    /// <summary>A handler is given a file, which was found to be as it was received.</summary>
    public static Ruling<Incident> HandOut(Incident incident, EvidencePiece piece, PersonRef by, DateTimeOffset now) =>
        Record(incident, by, now, "incident.evidence.handed_out", [piece]);

    /// <summary>A file is not as it was received: it is not handed out, and the trail says who found it and when.</summary>
    public static Ruling<Incident> Altered(Incident incident, EvidencePiece piece, PersonRef by, DateTimeOffset now) =>
        Record(incident, by, now, "incident.evidence.altered", [piece]);

    private static Ruling<Incident>.Allowed Record(Incident after, PersonRef by, DateTimeOffset now, string type, ImmutableArray<EvidencePiece> pieces) =>
        IncidentTrail.Record(after, now, by, type, IncidentJson.Write(new EvidenceData(pieces, after.NoFiles)));
}
