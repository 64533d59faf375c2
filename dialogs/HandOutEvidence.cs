using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>
/// A handler is given one of a case's files, in their own chat. Its bytes are held against the hash that was taken when it came, and whether this person handles
/// the case is asked when they press and again when they agree; each hand-out stands in the trail.
/// </summary>
internal static class HandOutEvidence
{
    private const int LongestId = 100;

    public static Step Step(Arrival.Pressed pressed) => OnPiece(pressed, (incident, piece, turn, known) =>
    {
        var card = ViewIncident.CardOf(turn, incident);
        if (piece is null)
            return Decision.Show(EvidenceListCards.List(incident, known.Trust, card, "Please choose a file from the list."));
        if (known.File?.Hash != piece.Hash)
            return Altered(incident, piece, turn, known, card);
        var shown = EvidenceListCards.List(incident, known.Trust, card, $"I have written to you about file {EvidenceListCards.NumberOf(piece, incident)} in your own chat.");
        if (known.File?.Place is not { } place)
            return Decision.Show(shown) with { Sends = [ToHandler(EvidenceListCards.Offer(incident, piece), incident, turn)] };
        var handed = (Ruling<Incident>.Allowed)EvidenceRules.HandOut(incident, piece, turn.Who.Ref, turn.When);
        return new Decision
        {
            Case = new CaseChange(incident.Version, handed.After, handed.Entries),
            Shown = shown,
            Sends = [ToHandler(EvidenceListCards.LiesAt(handed.After, piece, place), incident, turn)],
        };
    });

    /// <summary>Yes or no to having the file put into their OneDrive.</summary>
    public static Step Consented(Arrival.Consented consented) => OnPiece(new Arrival.Pressed(Verbs.EvidenceGet, consented.Context, Automatic: false), (incident, piece, turn, known) =>
    {
        if (turn.Where.Kind is not ConversationKind.Personal || piece is null)
            return Decision.Tell(HandleIncident.NotYours);
        if (consented.Place is not { } place)
            return Decision.Show(EvidenceListCards.NotWanted());
        if (known.File?.Hash != piece.Hash)
            return Altered(incident, piece, turn, known, CardKeys.Handler(incident.Reference, turn.Who.Id));
        var handed = (Ruling<Incident>.Allowed)EvidenceRules.HandOut(incident, piece, turn.Who.Ref, turn.When);
        return new Decision
        {
            Case = new CaseChange(incident.Version, handed.After, handed.Entries),
            Shown = EvidenceListCards.OnItsWay(),
            Sends = [new Send.File(CardKeys.HandOut(incident.Reference, turn.Id), new FileErrand.Upload(piece.Id, piece.Hash!, turn.Where.Key, place))],
        };
    });

    private static Step OnPiece(Arrival.Pressed pressed, Func<Incident, EvidencePiece?, Turn, Known, Decision> decide)
    {
        var chosen = pressed.Data.Text(Fields.Chosen);
        var step = HandleIncident.Step(pressed, (incident, _, turn, known) =>
            decide(incident, incident.Evidence.FirstOrDefault(piece => piece.IsKept && piece.Id == chosen), turn, known));
        return step with { Needs = step.Needs with { File = chosen.Length is > 0 and <= LongestId ? chosen : null } };
    }

    private static Decision Altered(Incident incident, EvidencePiece piece, Turn turn, Known known, string card)
    {
        var noted = (Ruling<Incident>.Allowed)EvidenceRules.Altered(incident, piece, turn.Who.Ref, turn.When);
        return new Decision
        {
            Case = new CaseChange(incident.Version, noted.After, noted.Entries),
            Shown = EvidenceListCards.List(noted.After, known.Trust, card,
                $"File {EvidenceListCards.NumberOf(piece, incident)} is not as it was received, so I do not hand it out. Please tell whoever runs PolicyBot; the case notes that you found this."),
        };
    }

    private static Send.ToPerson ToHandler(Message message, Incident incident, Turn turn) =>
        new(turn.Who.Id, CardKeys.HandOut(incident.Reference, turn.Id), 1, message);
}
