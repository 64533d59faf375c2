using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Opinions;

/// <summary>A draft as those see it who are asked to read it, each in their own chat.</summary>
public static class OpinionReaderCards
{
    // A summary stands on locked screens, and names nobody. The card says for whom.
    private const string Agreed = "you agreed; it waits for somebody else";

    /// <summary>The draft as it is now, with the buttons that fit.</summary>
    /// <param name="personId">Who looks at it.</param>
    /// <param name="deliveryKey">Which delivery this card is; null for one that was opened from a note or a list.</param>
    public static Message Card(SecondOpinion opinion, string personId, Trust trust, PolicyLibrary library, string? deliveryKey)
    {
        var state = State(opinion, personId);
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading($"{opinion.Reference}: {(state == Agreed ? $"you agreed; it waits for {OpinionAuthorCards.With(opinion)}" : state)}"),
                    .. opinion.Status is OpinionStatus.Withdrawn ? [Lines.Plain("The author took it back. There is nothing to do.")]
                        : opinion.HasSeen(personId) ? Whole(opinion, personId, trust, library, deliveryKey)
                        : (ImmutableArray<CardElement>)[Lines.Plain("Somebody else reads this one. There is nothing to do.")],
                ],
                $"{opinion.Reference}: {state}.")
            {
                Refresh = new Refresh(new ExecuteAction(null, Data(Verbs.OpinionView, opinion, deliveryKey))),
            },
            $"{opinion.Reference}: {state}");
    }

    /// <summary>For those who have a card far above: it holds none of the author's words.</summary>
    public static Message Note(SecondOpinion opinion, bool reminder, Trust trust, string deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(reminder ? "A draft is waiting for you" : "A draft is with you again"),
                new TextBlock(opinion.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                Lines.Plain($"From {UserText.Escape(opinion.Asker.Name)}. {(opinion.Post.PlannedAt is { } at ? $"It should go out on {When.Full(at, trust)}." : "They want to post it as soon as you agree.")}"),
                .. OpinionClock.Reply(opinion.Post, trust) is { } due ? (ImmutableArray<CardElement>)[Lines.Plain($"It is a reply that is due by {When.Full(due.By, trust)}.")] : [],
                .. Lines.Buttons(new ExecuteAction($"Open {opinion.Reference}", Data(Verbs.OpinionOpen, opinion, deliveryKey))),
            ],
            $"{opinion.Reference}: a draft is waiting for you."),
        $"{opinion.Reference}: a draft is waiting for you");

    internal static CardData Data(string verb, SecondOpinion opinion, string? deliveryKey) => new(verb) { Ref = opinion.Reference.ToString(), Delivery = deliveryKey };

    private static ImmutableArray<CardElement> Whole(SecondOpinion opinion, string personId, Trust trust, PolicyLibrary library, string? deliveryKey) =>
    [
        Lines.Named("From", $"{opinion.Asker.Name}{(trust.FindAcademy(opinion.Academy) is { } academy ? $", {academy.Name}" : "")}", 150),
        Lines.Named("With", string.Join(opinion.All ? " and " : " or ", opinion.Readers.Select(reader => reader.Name)), 200),
        .. opinion.BeforeRewording is { } before
            ? (ImmutableArray<CardElement>)[Lines.Subheading("What a reader changed in the author's text"), .. OpinionLines.Differences(before, opinion.Post.Text)]
            : [],
        .. OpinionLines.Of(opinion.Post, trust),
        .. OpinionClock.Reply(opinion.Post, trust) is { } due ? (ImmutableArray<CardElement>)[Lines.Named("The reply is due by", When.Full(due.By, trust), 60)] : [],
        .. OpinionLines.Found(opinion.Found, library),
        .. OpinionWords.Of(opinion, trust, library),
        .. Buttons(opinion, personId, deliveryKey),
    ];

    private static ImmutableArray<CardElement> Buttons(SecondOpinion opinion, string personId, string? deliveryKey)
    {
        ImmutableArray<CardAction> read = OpinionLines.IsLong(opinion.Post, opinion.Found)
            ? [new ExecuteAction("Read all of it", Data(Verbs.OpinionRead, opinion, deliveryKey) with { Page = 1 })]
            : [];
        if (!opinion.Post.PictureFiles.IsEmpty)
            read = [new ExecuteAction("See the pictures", Data(Verbs.OpinionPictures, opinion, deliveryKey)), .. read];
        if (!opinion.WaitsFor(personId))
            return Lines.Buttons(read);
        return Lines.Buttons([
            new ExecuteAction("Agree", Data(Verbs.OpinionAgree, opinion, deliveryKey) with { Seal = opinion.Seal }) { Style = ActionStyle.Positive },
            Form("Agree with other words", OpinionAct.Reword), Form("Ask for a change", OpinionAct.Change), Form("Advise not to post", OpinionAct.Advise), Form("Hand it on", OpinionAct.HandOn),
            .. read]);

        ExecuteAction Form(string title, OpinionAct act) => new(title, Data(Verbs.OpinionForm, opinion, deliveryKey) with { Step = act.ToString(), Seal = opinion.Seal });
    }

    private static string State(SecondOpinion opinion, string personId) => opinion.Status switch
    {
        OpinionStatus.Asked when opinion.WaitsFor(personId) => "please read this before it goes out",
        OpinionStatus.Asked when opinion.IsReader(personId) => Agreed,
        OpinionStatus.Asked => "somebody else reads it now",
        OpinionStatus.ChangeWanted => "a change was asked for",
        OpinionStatus.Agreed => "agreed",
        OpinionStatus.AdvisedAgainst => "advised not to post",
        OpinionStatus.Withdrawn => "taken back",
        OpinionStatus.Expired => "its time is over",
        _ => "agreed and posted",
    };
}
