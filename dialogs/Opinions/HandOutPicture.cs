using PolicyBot.Cards;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>
/// A reader is given one of a draft's pictures, in their own chat. Its bytes are held against the hash that the decision is bound to, and whether this person reads
/// the draft is asked when they press and again when they agree to take it; each time stands in the trail.
/// </summary>
internal static class HandOutPicture
{
    private const int LongestId = 100;

    /// <summary>Whether the file that somebody was offered is a draft's picture.</summary>
    public static bool IsMeant(Arrival.Consented consented) =>
        CaseReference.TryParse(consented.Context.Text(Fields.Ref), out var reference) && reference.Kind == CaseReference.Opinion;

    public static Step List(Arrival.Pressed pressed) => HandleOpinion.AsReader(pressed, (opinion, turn, known) =>
        Decision.Show(OpinionPictureCards.List(opinion, known.Trust, HandleOpinion.DeliveryOf(turn, opinion))));

    public static Step Step(Arrival.Pressed pressed) => OnPicture(pressed, (opinion, picture, turn, known) =>
    {
        var card = HandleOpinion.DeliveryOf(turn, opinion);
        if (picture is null)
            return Decision.Show(OpinionPictureCards.List(opinion, known.Trust, card, "Please choose a picture from the list."));
        if (known.File?.Hash != picture.Hash)
            return Altered(opinion, picture, turn, known, card);
        var shown = OpinionPictureCards.List(opinion, known.Trust, card, $"I have written to you about picture {OpinionPictureCards.NumberOf(picture, opinion)} in this chat.");
        if (known.File?.Place is not { } place)
            return Decision.Show(shown) with { Sends = [ToReader(OpinionPictureCards.Offer(opinion, picture), opinion, turn)] };
        var given = OpinionRules.GivePicture(opinion, picture, turn.Who.Ref, turn.When);
        return new Decision
        {
            Case = new CaseChange(opinion.Version, given.After, given.Entries),
            Shown = shown,
            Sends = [ToReader(OpinionPictureCards.LiesAt(opinion, picture, place), opinion, turn)],
        };
    });

    /// <summary>Yes or no to having the picture put into their OneDrive.</summary>
    public static Step Consented(Arrival.Consented consented) => OnPicture(new Arrival.Pressed(Verbs.OpinionPicture, consented.Context, Automatic: false), (opinion, picture, turn, known) =>
    {
        if (picture is null)
            return Decision.Tell(HandleOpinion.NotYours);
        if (consented.Place is not { } place)
            return Decision.Show(OpinionPictureCards.NotWanted());
        if (known.File?.Hash != picture.Hash)
            return Altered(opinion, picture, turn, known, null);
        var given = OpinionRules.GivePicture(opinion, picture, turn.Who.Ref, turn.When);
        return new Decision
        {
            Case = new CaseChange(opinion.Version, given.After, given.Entries),
            Shown = OpinionPictureCards.OnItsWay(),
            Sends = [new Send.File(CardKeys.HandOut(opinion.Reference, turn.Id), new FileErrand.Upload(picture.Id, picture.Hash!, turn.Where.Key, place))],
        };
    });

    private static Step OnPicture(Arrival.Pressed pressed, Func<SecondOpinion, EvidencePiece?, Turn, Known, Decision> decide)
    {
        var chosen = pressed.Data.Text(Fields.Chosen);
        var step = HandleOpinion.AsReader(pressed, (opinion, turn, known) => decide(opinion, EvidencePieces.Find(opinion.Post.PictureFiles, chosen), turn, known));
        return step with { Needs = step.Needs with { File = chosen.Length is > 0 and <= LongestId ? chosen : null } };
    }

    private static Decision Altered(SecondOpinion opinion, EvidencePiece picture, Turn turn, Known known, string? card)
    {
        var noted = OpinionRules.PictureAltered(opinion, picture, turn.Who.Ref, turn.When);
        return new Decision
        {
            Case = new CaseChange(opinion.Version, noted.After, noted.Entries),
            Shown = OpinionPictureCards.List(noted.After, known.Trust, card,
                $"Picture {OpinionPictureCards.NumberOf(picture, opinion)} is not as it was sent, so I do not hand it out. Please do not agree to it, and tell whoever runs PolicyBot."),
        };
    }

    private static Send.ToPerson ToReader(Message message, SecondOpinion opinion, Turn turn) =>
        new(turn.Who.Id, CardKeys.HandOut(opinion.Reference, turn.Id), 1, message);
}
