using PolicyBot.Cards.Elements;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Readings;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>Confirming that one has read a policy: which one, as it stands now, and since when it is confirmed.</summary>
public static class AcknowledgeCards
{
    // More of them are a list: a card that quoted each would be too long to read, and to send.
    private const int MostQuoted = 5;

    /// <summary>What can be confirmed, with one button for each policy.</summary>
    public static Message Offer(ImmutableArray<PolicyDocument> documents) => Offer(documents, []);

    /// <summary>Somebody presses an old card: the text has another wording now.</summary>
    public static Message Changed(ImmutableArray<PolicyDocument> documents) =>
        Offer(documents, [Lines.Plain("The policy has changed since that card was made, so I have noted nothing. Please read it as it is now.")]);

    /// <summary>Noted, now or before: with the date that counts.</summary>
    public static Message Made(ConfirmedReading made, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Thank you, it is noted"),
                Lines.Plain($"You confirmed on {When.Full(made.At, trust)} that you have read the {Quote.Verbatim(made.Document)} policy{(made.Issue.Length > 0 ? $", issue {Quote.Verbatim(made.Issue)}" : "")}."),
                Lines.Quiet("If its text changes, the new text needs a new confirmation."),
                .. Lines.Buttons(Press.ReadPolicy),
            ],
            "It is noted that you have read the policy."),
        "Your confirmation is noted");

    private static Message Offer(ImmutableArray<PolicyDocument> documents, ImmutableArray<CardElement> first) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("I have read the policy"),
                .. first,
                .. documents.SelectMany(document => ToConfirm(document, documents.Length)),
                Lines.Quiet("I keep who you are, which text it is and the date. Pressing twice changes nothing."),
                .. Lines.Buttons(Press.ReadPolicy),
            ],
            "Confirm that you have read the policy."),
        "Confirm that you have read the policy");

    private static IEnumerable<CardElement> ToConfirm(PolicyDocument document, int documents)
    {
        if (documents <= MostQuoted && document.Clause("staff.know-the-policy") is { } clause)
            yield return Quote.Of(new Citation(document, clause));
        else
            yield return Lines.Subheading(Quote.Standing(document));
        if (document.Status is PolicyStatus.Draft)
            yield return Lines.Plain("It is a draft and not approved yet: you confirm that you have read the draft.");
        var title = documents == 1 ? "I have read it" : UserText.Kept($"I have read {document.Title}", Limits.Button);
        yield return Lines.Buttons(new ExecuteAction(title, new CardData(Verbs.PolicyAcknowledge) { Document = document.Title, Edition = Edition.Of(document) }))[0];
    }
}
