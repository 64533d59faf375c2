using System.Globalization;
using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Opinions;

/// <summary>A draft's pictures for those who read it, and how they are given one.</summary>
public static class OpinionPictureCards
{
    /// <summary>All of them, to choose from.</summary>
    /// <param name="deliveryKey">The reader's card that this stands in the place of.</param>
    /// <param name="said">What is to be said above the list: what was wrong, or what was done.</param>
    public static Message List(SecondOpinion opinion, Trust trust, string? deliveryKey, string? said = null)
    {
        var pictures = opinion.Post.PictureFiles;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{opinion.Reference}: pictures"),
                    .. Lines.Problem(said),
                    .. pictures.SelectMany((picture, at) => Row(picture, at + 1, trust)),
                    new ChoiceInput(Fields.Chosen, "Which one?", [.. pictures.Select((picture, at) => new Choice(Title(picture, at + 1), picture.Id))])
                    {
                        Value = pictures.Length == 1 ? pictures[0].Id : null, Placeholder = "Choose one", Style = ChoiceStyle.Compact,
                    },
                    Lines.Quiet("It comes to this chat. What you agree to is exactly this file: the same picture saved again is another."),
                    .. Lines.Buttons(
                        new ExecuteAction("Get it", OpinionReaderCards.Data(Verbs.OpinionPicture, opinion, deliveryKey)) { Style = ActionStyle.Positive },
                        new ExecuteAction("Back", OpinionReaderCards.Data(Verbs.OpinionCard, opinion, deliveryKey)) { AssociatedInputs = AssociatedInputs.None }),
                ],
                $"{opinion.Reference}: the pictures of a draft."),
            $"{opinion.Reference}: pictures");
    }

    /// <summary>Where there is no OneDrive to put it into: whoever has this machine before them finds it there.</summary>
    public static Message LiesAt(SecondOpinion opinion, EvidencePiece picture, string place) => new(
        $"{opinion.Reference}, picture {NumberOf(picture, opinion)}: it is as it was sent, and lies at {UserText.Escape(place)}", null, $"{opinion.Reference}: a picture of the draft");

    /// <summary>Teams asks the person whether the file may be put into their OneDrive.</summary>
    public static Message Offer(SecondOpinion opinion, EvidencePiece picture) => new(
        $"{opinion.Reference}, picture {NumberOf(picture, opinion)}: it is as it was sent. If you agree, I put a copy into your OneDrive. Please delete it there when you have looked.",
        null,
        $"{opinion.Reference}: a picture of the draft")
    {
        File = new FileOffer(
            string.Create(CultureInfo.InvariantCulture, $"{opinion.Reference}-{NumberOf(picture, opinion)}.{EvidenceTypes.EndingOf(picture.ContentType)}"),
            $"Picture of {opinion.Reference}", picture.Size, opinion.Reference.ToString(), picture.Id),
    };

    public static Message OnItsWay() => new("It is on its way to your OneDrive.", null, "A picture is on its way");

    public static Message NotWanted() => new("You did not take the picture. Nothing has changed.", null, "You did not take the picture");

    /// <summary>Which picture is meant when a sentence names it.</summary>
    public static int NumberOf(EvidencePiece picture, SecondOpinion opinion) => opinion.Post.PictureFiles.IndexOf(picture) + 1;

    private static IEnumerable<CardElement> Row(EvidencePiece picture, int number, Trust trust)
    {
        yield return Lines.Plain(string.Create(CultureInfo.InvariantCulture, $"**{number}. {EvidenceLines.NameOf(picture)}**"));
        yield return Lines.Quiet($"{EvidenceTypes.TitleOf(picture.ContentType)}, {EvidenceLines.SizeOf(picture.Size)}, sent on {When.Full(picture.SentAt, trust)}, SHA-256 {picture.Hash?[..12]}…");
    }

    private static string Title(EvidencePiece picture, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {UserText.Kept(picture.Name.ReplaceLineEndings(" "), 50)}");
}
