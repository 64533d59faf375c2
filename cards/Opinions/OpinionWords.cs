using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Opinions;

/// <summary>What readers have said about a text, under their names.</summary>
internal static class OpinionWords
{
    private const int Shown = 2;

    public static ImmutableArray<CardElement> Of(SecondOpinion opinion, Trust trust, PolicyLibrary library) =>
        [.. opinion.Words.TakeLast(Shown).SelectMany(word => One(word, trust, library))];

    private static ImmutableArray<CardElement> One(ReadersWord word, Trust trust, PolicyLibrary library) =>
    [
        Lines.Subheading($"{UserText.Escape(word.By.Name)} {Said(word.Says)}"),
        Lines.Quiet($"{When.Full(word.At, trust)}."),
        .. word.Because is { } because ? (ImmutableArray<CardElement>)[new Container([Lines.Plain(UserText.Escape(UserText.Shorten(because, Limits.Because)))]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small }] : [],
        .. word.Clause is { } named && QuestionClauses.Find(named, library) is { } clause ? (ImmutableArray<CardElement>)[Quote.Of(clause)] : [],
    ];

    private static string Said(ReaderSays says) => says switch
    {
        ReaderSays.Agree => "agrees",
        ReaderSays.AgreeWithThisWording => "agrees with this wording",
        ReaderSays.Change => "asks for a change",
        _ => "advises not to post it",
    };
}
