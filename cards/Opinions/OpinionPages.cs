using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Opinions;

/// <summary>A draft that is too long for one card, and all that the rules found, a page at a time.</summary>
public static class OpinionPages
{
    private const int FoundOnPage = 6;

    /// <summary>How a text is parted: no letter is cut in two, and none is left out.</summary>
    public static ImmutableArray<string> Parts(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + Limits.PostPage, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            parts.Add(text[start..end]);
            start = end;
        }
        return parts.ToImmutable();
    }

    /// <summary>A page of the text; after its last one what stands around it, where a card cuts that, and what was found.</summary>
    /// <param name="turn">The button's data for a page.</param>
    /// <param name="back">The button's data for the way back.</param>
    public static Message Read(WantedPost post, ImmutableArray<FoundInDraft> found, int page, Trust trust, PolicyLibrary library, CardData turn, CardData back)
    {
        var parts = Parts(post.Text);
        ImmutableArray<ImmutableArray<CardElement>> pages =
        [
            .. parts.Select((part, index) => OpinionLines.Text(parts.Length == 1 ? "The text" : $"The text, part {index + 1} of {parts.Length}", part, Limits.PostPage)),
            .. OpinionLines.IsLongAround(post) ? [OpinionLines.Around(post, trust, whole: true)] : (ImmutableArray<ImmutableArray<CardElement>>)[],
            .. OpinionLines.Ordered(found).Chunk(FoundOnPage).Select(chunk => (ImmutableArray<CardElement>)[Lines.Subheading("What the rules found"), .. chunk.SelectMany(each => OpinionLines.One(each, library))]),
        ];
        page = Math.Clamp(page, 1, pages.Length);
        return Page(pages[page - 1], page, pages.Length, turn, back);
    }

    /// <summary>A part of the agreed text in a field, where it can be selected and copied as it is.</summary>
    public static Message Copy(SecondOpinion opinion, int page, CardData turn, CardData back)
    {
        var parts = Parts(opinion.Post.Text);
        page = Math.Clamp(page, 1, parts.Length);
        return Page(
            [
                Lines.Plain($"Select all of it and copy it. {opinion.Reference} covers exactly this text."),
                new TextInput(Fields.Wording, parts.Length == 1 ? "The agreed text" : $"The agreed text, part {page} of {parts.Length}") { Value = parts[page - 1], IsMultiline = true },
            ],
            page, parts.Length, turn, back);
    }

    private static Message Page(ImmutableArray<CardElement> body, int page, int all, CardData turn, CardData back) => new(
        null,
        new AdaptiveCard(
            [
                .. body,
                .. Lines.Buttons([
                    .. page < all ? [Button("Next part", turn with { Page = page + 1 })] : (ImmutableArray<CardAction>)[],
                    .. page > 1 ? [Button("Earlier part", turn with { Page = page - 1 })] : (ImmutableArray<CardAction>)[],
                    Button("Back", back)]),
            ],
            "A draft, to be read."),
        "A draft, to be read");

    private static ExecuteAction Button(string title, CardData data) => new(title, data) { AssociatedInputs = AssociatedInputs.None };
}
