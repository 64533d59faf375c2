using PolicyBot.Cards;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>"Read the section" under an answer, or a section chosen from the policy's contents.</summary>
internal static class ReadSection
{
    public static Decision Decide(Turn turn, Known known)
    {
        var data = ((Arrival.Pressed)turn.Arrival).Data;
        if (data.Text(Fields.Section).Length == 0 && data.Text(Fields.Chosen).Length == 0)
            return Decision.Tell("Please choose a section first.");
        return Find(data, known.Library) is { Document: var document, Section: var section }
            ? Decision.Say(AnswerCards.Section(document, section))
            : Decision.Tell("I cannot find that section any more. Please ask your question again.");
    }

    private static (PolicyDocument Document, Section Section)? Find(PressedData data, PolicyLibrary library)
    {
        if (data.Text(Fields.Section) is { Length: > 0 } clause)
            return library.FindSection(data.Text(Fields.Document), clause);
        var document = library.Documents.FirstOrDefault(each => each.Title == data.Text(Fields.Document));
        return document?.Sections.FirstOrDefault(each => ContentsCards.Named(each) == data.Text(Fields.Chosen)) is { } section ? (document, section) : null;
    }
}
