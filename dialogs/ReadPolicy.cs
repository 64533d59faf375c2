using PolicyBot.Cards;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>"Read the policy": its sections to choose from; where there are several policies, first which.</summary>
internal static class ReadPolicy
{
    public static Decision Decide(Turn turn, Known known)
    {
        var documents = known.Library.Documents;
        return Decision.Say(
            documents is [var only] ? ContentsCards.Sections(only)
            : Chosen(turn.Arrival, documents) is { } document ? ContentsCards.Sections(document)
            : ContentsCards.Documents(documents));
    }

    private static PolicyDocument? Chosen(Arrival arrival, ImmutableArray<PolicyDocument> documents) =>
        arrival is Arrival.Pressed pressed ? documents.FirstOrDefault(document => document.Title == pressed.Data.Text(Fields.Chosen)) : null;
}
