using PolicyBot.Cards;
using PolicyBot.Cards.Vault;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Secrets;

/// <summary>Somebody types a password into a chat, or asks for one there. What was typed is neither kept nor repeated, and goes to no language model.</summary>
internal static class RefuseSecret
{
    private const string Storing = "manager.passwords";

    /// <summary>A danger in the same message comes first: nobody is left alone because they typed a password too.</summary>
    public static Decision Typed(Turn turn, Known known)
    {
        var text = turn.Arrival switch { Arrival.Said said => said.Text, Arrival.Sent sent => sent.Text, _ => "" };
        var refused = new Reply(SecretCards.Typed(Clause(known.Library)));
        return text.Length > 0 && known.Policy.Answer(text, []) is Answer.Urgent urgent
            ? new Decision { Replies = [new Reply(AnswerCards.For(urgent, known.Trust, known.Trust.FindAcademy(turn.Who.Academy), null, several: false)), refused] }
            : new Decision { Replies = [refused] };
    }

    public static Decision Asked(Turn turn, Known known) => Decision.Say(SecretCards.Asked(Clause(known.Library)));

    private static Citation? Clause(PolicyLibrary library) =>
        library.Documents.Select(document => document.Clause(Storing) is { } clause ? new Citation(document, clause) : null).FirstOrDefault(found => found is not null);
}
