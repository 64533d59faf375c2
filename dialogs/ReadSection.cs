using PolicyBot.Cards;

namespace PolicyBot.Dialogs;

/// <summary>"Read the section" under an answer.</summary>
internal static class ReadSection
{
    public static Decision Decide(Turn turn, Known known)
    {
        var data = ((Arrival.Pressed)turn.Arrival).Data;
        return known.Library.FindSection(data.Text(Fields.Document), data.Text(Fields.Section)) is { Document: var document, Section: var section }
            ? Decision.Say(AnswerCards.Section(document, section))
            : Decision.Tell("I cannot find that section any more. Please ask your question again.");
    }
}
