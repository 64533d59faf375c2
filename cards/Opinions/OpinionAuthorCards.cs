using System.Text;
using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Opinions;

/// <summary>What an author sees of their own request: how far it is, what was decided, and on exactly which text.</summary>
public static class OpinionAuthorCards
{
    /// <summary>The author's card as it is now; also what they are told when something has happened.</summary>
    /// <param name="deliveryKey">Which delivery this card is; null for the one that the request left behind.</param>
    public static Message Card(SecondOpinion opinion, Trust trust, PolicyLibrary library, string? deliveryKey) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading(Heading(opinion)),
                new TextBlock(opinion.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                .. deliveryKey is null ? (ImmutableArray<CardElement>)[] : [Lines.Quiet("I write because something has happened to it.")],
                Lines.Plain(Next(opinion, trust)),
                .. OpinionWords.Of(opinion, trust, library),
                .. opinion.BeforeRewording is { } before
                    ? (ImmutableArray<CardElement>)[Lines.Subheading("What was changed in your text"), .. OpinionLines.Differences(before, opinion.Post.Text)]
                    : [],
                .. opinion.IsOpen ? OpinionLines.ReplyClock(opinion.Post, trust, opinion.WaitingSince) : [],
                .. OpinionLines.Text(opinion.IsAgreed ? "The agreed text" : "Your text", opinion.Post.Text),
                .. opinion.Link is { } link ? (ImmutableArray<CardElement>)[Lines.Named("Posted at", link.Link, Limits.LinkShown)] : [],
                Lines.Quiet(Covers(opinion, trust)),
                .. Lines.Buttons(Buttons(opinion, deliveryKey)),
            ],
            $"{opinion.Reference}: your second opinion.")
        {
            Refresh = new Refresh(new ExecuteAction(null, OpinionReaderCards.Data(Verbs.OpinionView, opinion, deliveryKey))),
        },
        $"{opinion.Reference}: {InAWord(opinion.Status).ToLowerInvariant()}");

    /// <summary>A text was held against what was decided before.</summary>
    public static Message Found(TextMatch match, string text, Trust trust)
    {
        var opinion = match.Opinion;
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(!match.Exact ? "This is not the text that was read" : opinion.IsAgreed ? "Exactly this text was agreed" : InAWord(opinion.Status)),
                    new TextBlock(opinion.Reference.ToString()) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                    .. match.Exact
                        ? (ImmutableArray<CardElement>)[Lines.Plain(Next(opinion, trust)), Lines.Quiet(Covers(opinion, trust))]
                        : [Lines.Plain($"It resembles {opinion.Reference} ({InAWord(opinion.Status).ToLowerInvariant()}), but {opinion.Reference} does not cover it. From the text that was read to yours:"), .. OpinionLines.Differences(opinion.Post.Text, text)],
                    .. Lines.Buttons(new ExecuteAction($"Open {opinion.Reference}", OpinionReaderCards.Data(Verbs.OpinionOpen, opinion, null))),
                ],
                $"{opinion.Reference}: your second opinion."),
            $"{opinion.Reference}: your second opinion");
    }

    /// <summary>A message without buttons that can be passed on: who agreed, when, to which words.</summary>
    public static Message Record(SecondOpinion opinion, Trust trust)
    {
        var text = new StringBuilder();
        text.Append("**").Append(opinion.Reference).Append(": ").Append(InAWord(opinion.Status)).Append("**\n\n");
        foreach (var word in opinion.Words)
            text.Append("Agreed by ").Append(UserText.Escape(word.By.Name)).Append(" on ").Append(When.Full(word.At, trust)).Append(".\n\n");
        text.Append("Asked by ").Append(UserText.Escape(opinion.Asker.Name)).Append(" on ").Append(When.Full(opinion.AskedAt, trust)).Append(". ").Append(Covers(opinion, trust)).Append("\n\n");
        if (opinion.Link is { } link)
            text.Append("Posted at ").Append(UserText.Escape(UserText.Shorten(link.Link, Limits.LinkShown))).Append("\n\n");
        text.Append("The text").Append(opinion.Post.Text.Length > Limits.PostPage ? ", its beginning" : "").Append(":\n\n").Append(UserText.Escape(UserText.Shorten(opinion.Post.Text, Limits.PostPage)));
        text.Append("\n\nSHA-256 of the text and of what was said about it: ").Append(opinion.Seal);
        return new Message(text.ToString(), null, $"{opinion.Reference}: a record");
    }

    internal static string InAWord(OpinionStatus status) => status switch
    {
        OpinionStatus.Asked => "Waiting to be read",
        OpinionStatus.ChangeWanted => "A change is asked for",
        OpinionStatus.Agreed => "Agreed",
        OpinionStatus.AdvisedAgainst => "Advised not to post",
        OpinionStatus.Withdrawn => "Taken back",
        OpinionStatus.Expired => "Nobody had decided in time",
        _ => "Agreed and posted",
    };

    internal static string With(SecondOpinion opinion) => string.Join(opinion.All ? " and " : " or ", opinion.Silent().Select(reader => UserText.Escape(reader.Name)));

    private static string Heading(SecondOpinion opinion) => opinion.Status switch
    {
        OpinionStatus.Asked when opinion.BeforeRewording is not null => "A reader agreed with other words",
        OpinionStatus.Asked => "Your draft is being read",
        OpinionStatus.ChangeWanted => "Please change something",
        OpinionStatus.Agreed when opinion.BeforeRewording is not null => "Agreed, with other words",
        OpinionStatus.Agreed => "Agreed: you can post it",
        OpinionStatus.AdvisedAgainst => "Please do not post this",
        OpinionStatus.Withdrawn => "You took it back",
        OpinionStatus.Expired => "Nobody had decided in time",
        _ => "Agreed and posted",
    };

    private static string Next(SecondOpinion opinion, Trust trust) => opinion.Status switch
    {
        OpinionStatus.Asked when opinion.All => $"It still waits for {With(opinion)}. Each of them must agree. I write to you here.",
        OpinionStatus.Asked => $"It is with {With(opinion)}. I write to you here when they have decided. Please do not post it before.",
        OpinionStatus.ChangeWanted => "Change it, and I send it to them again. What was said about the text before does not count for the new one.",
        OpinionStatus.Agreed => $"Post exactly this text{(opinion.Post.PlannedAt is { } at ? $" on {When.Full(at, trust)}" : "")}. If you change a single letter, it is another text and needs another decision.",
        OpinionStatus.AdvisedAgainst => "If you write it anew, I send the new text to be read.",
        OpinionStatus.Withdrawn => "Nobody will decide on it. You can ask again at any time.",
        OpinionStatus.Expired => "It was not agreed, so please do not post it. You can send it again.",
        _ => "It is noted where it stands.",
    };

    private static string Covers(SecondOpinion opinion, Trust trust) =>
        $"For {UserText.Escape(UserText.Shorten(ReportChoices.TitleOf(ReportChoices.Platforms, opinion.Post.Platform), 40))}, {Account(opinion.Post)}{Pictures(opinion.Post)}, asked on {When.Full(opinion.AskedAt, trust)}.";

    private static string Pictures(WantedPost post) => (post.PictureFiles.Length, post.Pictures) switch
    {
        (1, _) => ", with exactly the picture that was sent",
        ( > 1, _) => $", with exactly the {post.PictureFiles.Length} pictures that were sent",
        (_, null) => ", without pictures",
        _ => ", with the pictures as you described them",
    };

    private static string Account(WantedPost post)
    {
        var account = post.For is WrittenFor.Trust ? "an account of the Trust or an academy" : "a personal account";
        return post.Account is { } name ? $"{account} ({UserText.Escape(UserText.Shorten(name, 80))})" : account;
    }

    private static ImmutableArray<CardAction> Buttons(SecondOpinion opinion, string? deliveryKey)
    {
        return opinion.Status switch
        {
            OpinionStatus.Agreed => [Of("Copy the text", Verbs.OpinionCopy) with { Style = ActionStyle.Positive }, Posted(), Of("Record to pass on", Verbs.OpinionRecord), Edit("Change it")],
            OpinionStatus.Posted => [Of("Copy the text", Verbs.OpinionCopy), Posted(), Of("Record to pass on", Verbs.OpinionRecord)],
            OpinionStatus.Asked => [Edit("Change it"), Of("Take it back", Verbs.OpinionWithdraw), Mine()],
            OpinionStatus.ChangeWanted => [Edit("Change it") with { Style = ActionStyle.Positive }, Of("Take it back", Verbs.OpinionWithdraw), Mine()],
            OpinionStatus.AdvisedAgainst => [Edit("Write it anew"), Mine()],
            OpinionStatus.Expired => [Edit("Send it again"), Mine()],
            _ => [Mine()],
        };

        ExecuteAction Of(string title, string verb) => new(title, OpinionReaderCards.Data(verb, opinion, deliveryKey));
        ExecuteAction Edit(string title) => Of(title, Verbs.OpinionEdit);
        ExecuteAction Posted() => new("I have posted it", OpinionReaderCards.Data(Verbs.OpinionForm, opinion, deliveryKey) with { Step = nameof(OpinionAct.Posted) });
        ExecuteAction Mine() => Press.MyReports;
    }
}
