using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>A case's files for those who handle it, and how they are handed one.</summary>
public static class EvidenceListCards
{
    /// <summary>All that is kept, to choose from.</summary>
    /// <param name="deliveryKey">The case's card that this stands in the place of.</param>
    /// <param name="said">What is to be said above the list: what was wrong, or what was done.</param>
    public static Message List(Incident incident, Trust trust, string? deliveryKey, string? said = null)
    {
        var kept = incident.Evidence.Where(piece => piece.IsKept).ToImmutableArray();
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{incident.Reference}: evidence"),
                    .. Lines.Problem(said),
                    .. incident.Evidence.Where(IsListed).SelectMany(piece => Row(piece, incident, trust)),
                    .. NotKept(incident),
                    .. kept.IsEmpty ? (ImmutableArray<CardElement>)[] :
                    [
                        new ChoiceInput(Fields.Chosen, "Which file?", [.. kept.Select(piece => new Choice(Title(piece, incident), piece.Id))])
                        {
                            Value = kept.Length == 1 ? kept[0].Id : null,
                            Placeholder = "Choose one",
                            Style = ChoiceStyle.Compact,
                        },
                        Lines.Quiet("It comes to your own chat with me. That you were given it is noted in the case."),
                    ],
                    .. Lines.Buttons([
                        .. kept.IsEmpty ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Get it", SltCards.Data(Verbs.EvidenceGet, incident, deliveryKey)) { Style = ActionStyle.Positive }],
                        new ExecuteAction("Back", SltCards.Data(Verbs.IncidentCard, incident, deliveryKey)) { AssociatedInputs = AssociatedInputs.None }]),
                ],
                $"{incident.Reference}: the files that belong to it."),
            $"{incident.Reference}: evidence");
    }

    /// <summary>Where there is no OneDrive to put it into: whoever has this machine before them finds it there.</summary>
    public static Message LiesAt(Incident incident, EvidencePiece piece, string place) => new(
        $"{incident.Reference}, file {NumberOf(piece, incident)}: it is as it was received, and lies at {UserText.Escape(place)}",
        null,
        $"{incident.Reference}: the file that you asked for");

    /// <summary>Teams asks the person whether the file may be put into their OneDrive.</summary>
    public static Message Offer(Incident incident, EvidencePiece piece) => new(
        $"{incident.Reference}, file {NumberOf(piece, incident)}: it is as it was received. If you agree, I put a copy into your OneDrive. Please keep it to those who handle the case.",
        null,
        $"{incident.Reference}: the file that you asked for")
    {
        File = new FileOffer(
            string.Create(CultureInfo.InvariantCulture, $"{incident.Reference}-{NumberOf(piece, incident)}.{EvidenceTypes.EndingOf(piece.ContentType)}"),
            $"Evidence of {incident.Reference}", piece.Size, incident.Reference.ToString(), piece.Id),
    };

    public static Message OnItsWay() => new("It is on its way to your OneDrive.", null, "A file is on its way");

    public static Message NotWanted() => new("You did not take the file. Nothing has changed.", null, "You did not take the file");

    /// <summary>Which file is meant when a sentence names it.</summary>
    public static int NumberOf(EvidencePiece piece, Incident incident) => incident.Evidence.IndexOf(piece) + 1;

    private static IEnumerable<CardElement> Row(EvidencePiece piece, Incident incident, Trust trust)
    {
        yield return Lines.Plain(string.Create(CultureInfo.InvariantCulture, $"**{NumberOf(piece, incident)}. {EvidenceLines.NameOf(piece)}**"));
        yield return Lines.Quiet(Standing(piece));
        yield return Lines.Quiet($"Sent on {When.Full(piece.SentAt, trust)}{(incident.Report.Confidential ? "" : $" by {UserText.Escape(piece.By.Name)}")}");
    }

    private static string Standing(EvidencePiece piece) => piece.IsKept
        ? $"{EvidenceTypes.TitleOf(piece.ContentType)}, {EvidenceLines.SizeOf(piece.Size)}, SHA-256 {piece.Hash?[..12]}…"
        : "Being fetched.";

    private static bool IsListed(EvidencePiece piece) => piece.State is EvidenceState.Kept or EvidenceState.UnderWay;

    private static ImmutableArray<CardElement> NotKept(Incident incident)
    {
        var same = incident.Evidence.Count(piece => piece.State is EvidenceState.Duplicate);
        var refused = incident.Evidence.Count(piece => piece.State is EvidenceState.NotTaken);
        return
        [
            .. same > 0 ? (ImmutableArray<CardElement>)[Lines.Quiet(string.Create(CultureInfo.InvariantCulture, $"Sent a second time, and kept once: {same}."))] : [],
            .. refused > 0 ? (ImmutableArray<CardElement>)[Lines.Quiet(string.Create(CultureInfo.InvariantCulture, $"Sent, and not taken: {refused}. The sender was told why."))] : [],
        ];
    }

    private static string Title(EvidencePiece piece, Incident incident) =>
        string.Create(CultureInfo.InvariantCulture, $"{NumberOf(piece, incident)}. {UserText.Kept(piece.Name.ReplaceLineEndings(" "), 50)}");
}
