using PolicyBot.Cards;
using PolicyBot.Cases.Readings;

namespace PolicyBot.Dialogs;

/// <summary>"I have read it": kept once for each text of a policy, with its date.</summary>
internal static class AcknowledgePolicy
{
    private const int LongestName = 300;

    public static Decision Offer(Turn turn, Known known) => Decision.Say(AcknowledgeCards.Offer(known.Library.Documents));

    public static Step Step(Arrival.Pressed pressed)
    {
        var text = new PolicyText(pressed.Data.Text(Fields.Document), pressed.Data.Text(Fields.Edition));
        return text is { Document.Length: <= LongestName, Edition.Length: <= LongestName }
            ? new Step(new Needs { Reading = text }, (turn, known) => Decide(text, turn, known))
            : Dialogs.Step.Of(UnknownVerb.Decide);
    }

    private static Decision Decide(PolicyText text, Turn turn, Known known)
    {
        if (known.Reading is { } before)
            return Decision.Show(AcknowledgeCards.Made(before, known.Trust));
        // The text on the card is what they read. Nobody confirms a text that they have not seen.
        if (known.Library.Documents.FirstOrDefault(each => each.Title == text.Document) is not { } document || Edition.Of(document) != text.Edition)
            return Decision.Show(AcknowledgeCards.Changed(known.Library.Documents));
        var made = new ConfirmedReading(turn.Who.Id, document.Title, text.Edition, document.IssueNumber ?? "", turn.When);
        return new Decision { Reading = made, Shown = AcknowledgeCards.Made(made, known.Trust) };
    }
}
