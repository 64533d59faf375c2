using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Storage;
using PolicyBot.Dialogs.Opinions;

namespace PolicyBot.Dialogs;

/// <summary>
/// Could it show a child undressed? With No the files are fetched for the report that is being written, else for the one that is open. With anything else they
/// are forgotten unseen, no file is taken for that report any more, and the safeguarding lead comes in.
/// </summary>
internal static class AnswerFileQuestion
{
    private const string InPrivate = "Please do this in your own chat with me.";

    public static Step No(Arrival.Pressed pressed) => new(new Needs { MyCases = true }, (turn, known) => Offer(turn, pressed) switch
    {
        null when turn.Where.Kind is not ConversationKind.Personal => Decision.Tell(InPrivate),
        null => Decision.Show(FileQuestionCards.Gone()),
        { } offer when turn.Where.State.Draft is { } draft => IntoDraft(draft, offer, turn, known),
        { } offer when turn.Where.State.Opinion is { } post => TakePictures.Into(post, offer, Pieces(offer, turn), Without(turn, offer), turn),
        { } offer => OpenReports.TakingFiles(known) switch
        {
            [] when OpenReports.Of(known).IsEmpty => Decision.Show(FileQuestionCards.NoReport()) with { State = Without(turn, offer) },
            [] => Stop(turn, known),
            [var only] => IntoCase(only, offer, turn, known),
            var several => Decision.Show(FileQuestionCards.WhichReport(offer.Id, several, known.Trust)),
        },
    });

    /// <summary>Which of several reports the files are for.</summary>
    public static Step For(Arrival.Pressed pressed) => new(new Needs { MyCases = true }, (turn, known) =>
        Offer(turn, pressed) is { } offer && OpenReports.TakingFiles(known).FirstOrDefault(open => open.Reference.ToString() == pressed.Data.Text(Cards.Fields.Ref)) is { } incident
            ? IntoCase(incident, offer, turn, known)
            : Decision.Show(FileQuestionCards.Gone()));

    /// <summary>Yes, or not sure: the same, and also on an old card whose files are long gone.</summary>
    public static Step Stop() => new(new Needs { MyCases = true }, (turn, known) =>
        turn.Where.Kind is ConversationKind.Personal ? Stop(turn, known) : Decision.Tell(InPrivate));

    internal static Decision Stop(Turn turn, Known known)
    {
        var (trust, state) = (known.Trust, turn.Where.State with { Offers = [] });
        if (state.Draft is { } draft)
        {
            var marked = draft with { NoFiles = true, Answered = RouteRules.Safest(Route.IndecentImage, draft.Answered ?? Route.Grievance) };
            return new Decision
            {
                State = state with { Draft = marked },
                Shown = IndecentFileCards.For(marked, null, trust, trust.FindAcademy(draft.Academy) ?? trust.FindAcademy(turn.Who.Academy)),
            };
        }

        var latest = OpenReports.Of(known).FirstOrDefault();
        var academy = trust.FindAcademy(latest?.Academy ?? turn.Who.Academy);
        var decision = new Decision { State = state, Shown = IndecentFileCards.For(null, latest, trust, academy) };
        return latest is not null && academy is not null && EvidenceRules.Mark(latest, turn.Who.Ref, turn.When) is Ruling<Incident>.Allowed allowed
            ? decision with
            {
                Case = new CaseChange(latest.Version, allowed.After, allowed.Entries),
                Sends = [.. EvidenceSends.ToTheLead(allowed.After, academy, trust)],
            }
            : decision;
    }

    private static Decision IntoDraft(ReportDraft draft, OfferedFiles offer, Turn turn, Known known)
    {
        if (!draft.TakesFiles)
            return Stop(turn, known);
        var pieces = Pieces(offer, turn);
        if (pieces.Length > EvidencePieces.Room(draft.Evidence))
            return Decision.Show(FileQuestionCards.TooMany()) with { State = Without(turn, offer) };
        var card = SentFilesCards.Card(pieces, null, draft.Route, known.Library);
        return new Decision
        {
            State = Without(turn, offer) with { Draft = draft with { Evidence = [.. draft.Evidence, .. pieces] } },
            Shown = card,
            AdoptedAs = CardKeys.Files(offer.Id),
            Sends = [.. EvidenceSends.Fetches(offer, pieces, draft.Id, turn.Where.Key), new Send.Update(CardKeys.Files(offer.Id), 1, card)],
        };
    }

    private static Decision IntoCase(Incident incident, OfferedFiles offer, Turn turn, Known known)
    {
        var pieces = Pieces(offer, turn);
        if (EvidenceRules.Send(incident, pieces, turn.Who.Ref, turn.When) is not Ruling<Incident>.Allowed allowed)
            return Decision.Show(FileQuestionCards.TooMany()) with { State = Without(turn, offer) };
        var card = SentFilesCards.Card(pieces, incident.Reference, incident.Report.Route, known.Library);
        return new Decision
        {
            State = Without(turn, offer),
            Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
            Shown = card,
            AdoptedAs = CardKeys.Files(offer.Id),
            Sends = [.. EvidenceSends.Fetches(offer, pieces, incident.DraftId, turn.Where.Key), new Send.Update(CardKeys.Files(offer.Id), 1, card)],
        };
    }

    private static ImmutableArray<EvidencePiece> Pieces(OfferedFiles offer, Turn turn) =>
        [.. offer.Files.Select((file, number) => new EvidencePiece(EvidenceSends.IdOf(offer, number), offer.Id, turn.Who.Ref, offer.At, file.Name, file.Source))];

    private static OfferedFiles? Offer(Turn turn, Arrival.Pressed pressed) =>
        pressed.Data.Text(Cards.Fields.Offer) is { Length: > 0 } id ? turn.Where.State.Offers.FirstOrDefault(offer => offer.Id == id) : null;

    private static ConversationState Without(Turn turn, OfferedFiles offer) =>
        turn.Where.State with { Offers = [.. turn.Where.State.Offers.Where(other => other.Id != offer.Id)] };
}
