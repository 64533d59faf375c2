using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Incidents;

/// <summary>Others are told what they need to know, and can answer.</summary>
public static class InvolvementRules
{
    public static Ruling<Incident> Involve(Incident incident, ImmutableArray<PersonRef> people, string told, Academy academy, PersonRef by, DateTimeOffset now)
    {
        if (HandlingTrail.Obstacle(incident) is { } obstacle)
            return obstacle;
        if (people.IsEmpty || told.Length == 0)
            return new Ruling<Incident>.Refused("Please choose whom to involve, and write what they need to know.");
        if (people.Any(person => IncidentSubjects.Include(incident.Report, academy, person.Id)))
            return new Ruling<Incident>.Refused("It is about one of these people: they must not be told of it.");

        var (changed, entries) = (incident, ImmutableArray.CreateBuilder<Trail.TrailEntry>());
        foreach (var person in people)
        {
            var involved = new Involvement(changed.Handling.Involved.Length + 1, person, told, by, now);
            var step = HandlingTrail.Record(
                changed, changed.Handling with { Involved = changed.Handling.Involved.Add(involved) }, by, now, "incident.involved", involved, StoredJson.Default.Involvement);
            changed = step.After;
            entries.AddRange(step.Entries);
        }
        return new Ruling<Incident>.Allowed(changed, entries.ToImmutable());
    }

    /// <summary>Theirs to write back to: by the record as it is, and never once it is about them.</summary>
    public static Involvement? Find(Incident incident, int number, Academy academy, string personId) =>
        incident.Handling.Involved.FirstOrDefault(each => each.Number == number && each.Person.Id.Equals(personId, StringComparison.OrdinalIgnoreCase)) is { } involved
        && !IncidentSubjects.Include(incident.Report, academy, personId)
            ? involved
            : null;

    /// <summary>The same words twice are a button that was pressed twice.</summary>
    public static Ruling<Incident> Reply(Incident incident, Involvement involved, string text, DateTimeOffset now)
    {
        if (HandlingTrail.Obstacle(incident) is { } obstacle)
            return obstacle;
        if (text.Length == 0)
            return new Ruling<Incident>.Refused("Please write your reply first.");
        if (involved.Replies is [.., var last] && last.Text == text)
            return new Ruling<Incident>.Refused("This was sent already.");
        var reply = new InvolvedReply(involved.Number, text, involved.Person, now);
        return HandlingTrail.Record(
            incident,
            incident.Handling with { Involved = incident.Handling.Involved.Replace(involved, involved with { Replies = involved.Replies.Add(reply) }) },
            involved.Person, now, "incident.involved_replied", reply, StoredJson.Default.InvolvedReply);
    }
}
