using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>Who hears of a report's files, and what is to be done with them.</summary>
internal static class EvidenceSends
{
    public static string IdOf(OfferedFiles offer, int number) => string.Create(CultureInfo.InvariantCulture, $"{offer.Id}-{number + 1}");

    public static IEnumerable<Send> Fetches(OfferedFiles offer, ImmutableArray<EvidencePiece> pieces, string draftId, string chatKey) =>
        pieces.Zip(offer.Files, (piece, file) => new Send.File(CardKeys.File(piece.Id), new FileErrand.Fetch(piece.Id, draftId, chatKey, file.Address, file.Picture)));

    /// <summary>The files of a draft that is thrown away go with it.</summary>
    public static ImmutableArray<Send> Disposal(ReportDraft? draft) => draft is null ? [] : Disposal(draft.Id, draft.Evidence);

    public static ImmutableArray<Send> Disposal(string draftId, ImmutableArray<EvidencePiece> pieces) => pieces.IsEmpty
        ? []
        : [new Send.File(CardKeys.Disposal(draftId), new FileErrand.Disposal([.. pieces.Select(piece => piece.Id)]))];

    /// <summary>The cards of those who handle the case show the files that there are now; nobody is told anew.</summary>
    public static IEnumerable<Send> ToHandlers(Incident incident, Academy academy, Trust trust)
    {
        var audience = IncidentAudience.Of(incident.Report, academy, trust);
        IEnumerable<string> cards =
        [
            .. audience.InChannel ? [CardKeys.Channel(incident.Reference)] : (ImmutableArray<string>)[],
            .. audience.InTheirChats.Select(person => CardKeys.Handler(incident.Reference, person)),
        ];
        return cards.Select(card => new Send.Update(card, incident.Version, SltCards.Card(incident, trust, card)));
    }

    /// <summary>The safeguarding lead, or the next one up the line whom it is not about, learns for which report there may be an indecent image.</summary>
    public static IEnumerable<Send> ToTheLead(Incident incident, Academy academy, Trust trust)
    {
        foreach (var person in Noted(incident, academy, trust))
        {
            var card = CardKeys.NoFiles(incident.Reference, person);
            yield return new Send.ToPerson(person, card, incident.Version, IndecentFileCards.Note(incident, trust, card));
        }
    }

    /// <summary>The note stands with somebody whom the report is about, since it was changed.</summary>
    public static IEnumerable<string> Lost(Incident before, Incident after, Academy academy, Trust trust) =>
        before.NoFiles ? Noted(before, academy, trust).Except(Noted(after, academy, trust), StringComparer.OrdinalIgnoreCase).Select(person => CardKeys.NoFiles(after.Reference, person)) : [];

    /// <summary>The next one up the line gets it instead.</summary>
    public static IEnumerable<Send> Moved(Incident before, Incident after, Academy academy, Trust trust) =>
        Lost(before, after, academy, trust).Any() ? ToTheLead(after, academy, trust) : [];

    private static ImmutableArray<string> Noted(Incident incident, Academy academy, Trust trust)
    {
        var about = incident.Report.About.Select(person => person.Id).ToImmutableArray();
        if (incident.Report.Route is Route.AllegationHead)
            about = [.. about, .. academy.Headteacher.People];
        return IncidentAudience.Of(Route.IndecentImage, about, academy, trust).Handlers;
    }
}
