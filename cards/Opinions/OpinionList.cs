using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Opinions;

/// <summary>Second opinions in a list: those of the person, and the drafts of others that wait for them.</summary>
internal static class OpinionList
{
    private const int Shown = 5;
    private const int MostOpened = 2;

    public static ImmutableArray<CardElement> Of(ImmutableArray<SecondOpinion> mine, ImmutableArray<SecondOpinion> toRead, Trust trust) =>
    [
        .. toRead.IsEmpty ? (ImmutableArray<CardElement>)[] : [Lines.Subheading("Waiting for you to read"), .. toRead.Take(Shown).Select(opinion => Waiting(opinion, trust))],
        .. More(toRead.Length - Shown),
        .. mine.IsEmpty ? (ImmutableArray<CardElement>)[] : [Lines.Subheading("My second opinions"), .. mine.Take(Shown).Select(opinion => Row(opinion, trust))],
        .. More(mine.Length - Shown),
        .. Lines.Buttons([.. toRead.Take(MostOpened).Concat(mine.Take(MostOpened)).Select(Open)]),
    ];

    private static Container Waiting(SecondOpinion opinion, Trust trust) => new(
        [
            new TextBlock(opinion.Reference.ToString()) { Weight = TextWeight.Bolder },
            Lines.Quiet($"From {UserText.Escape(opinion.Asker.Name)}, sent on {When.Full(opinion.AskedAt, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static Container Row(SecondOpinion opinion, Trust trust) => new(
        [
            new TextBlock(opinion.Reference.ToString()) { Weight = TextWeight.Bolder },
            Lines.Plain(UserText.Escape(UserText.Shorten(opinion.Post.Text, 100))) with { Spacing = Spacing.Small },
            Lines.Quiet($"{OpinionAuthorCards.InAWord(opinion.Status)}. You sent it on {When.Full(opinion.AskedAt, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static ExecuteAction Open(SecondOpinion opinion) => new($"Open {opinion.Reference}", OpinionReaderCards.Data(Verbs.OpinionOpen, opinion, null));

    private static ImmutableArray<CardElement> More(int more) => more > 0 ? [Lines.Quiet($"And {more} more.")] : [];
}
