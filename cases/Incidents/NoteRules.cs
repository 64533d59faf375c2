namespace PolicyBot.Cases.Incidents;

/// <summary>Something that those who handle it want to remember.</summary>
public static class NoteRules
{
    public static Ruling<Incident> Add(Incident incident, CaseNote note) =>
        HandlingTrail.Obstacle(incident) is { } obstacle ? obstacle
        : note.Text.Length == 0 ? new Ruling<Incident>.Refused("Please write the note first.")
        : HandlingTrail.Record(incident, incident.Handling with { Notes = incident.Handling.Notes.Add(note) }, note.By, note.At, "incident.noted", note, StoredJson.Default.CaseNote);
}
