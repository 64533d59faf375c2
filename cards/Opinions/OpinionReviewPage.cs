using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Opinions;

/// <summary>All of it as it stands, what the rules found at once, who will read it, and the one button that sends it.</summary>
internal static class OpinionReviewPage
{
    public static ImmutableArray<CardElement> Body(OpinionDraftView view, WantedPost post) =>
    [
        Lines.Heading("Before a person reads it"),
        Lines.Plain("Nobody has it yet. This is what the rules make of it; whether it goes out, a person decides."),
        .. Lines.Problem(view.Notice),
        .. OpinionLines.Found(view.Found, view.Library),
        .. OpinionLines.ReplyClock(post, view.Trust, view.Now),
        .. OpinionLines.Of(post, view.Trust),
        .. TextPage.Unseen(view.Draft),
        Lines.Subheading("Who reads it"),
        Lines.Plain(Readers(view)),
        new ChoiceInput(Fields.Reader, "Somebody else (if you want)", [])
        {
            Value = view.Draft.Reader.Length == 0 ? null : UserText.Kept(view.Draft.Reader, 100), Placeholder = "Type a name", ChoicesData = ChoiceQuery.People,
        },
        .. view.Problem(Fields.Reader),
        .. Lines.Buttons([
            view.Next(view.Draft.Case.Length == 0 ? "Send it to them" : "Send it again", Verbs.OpinionSend, TextSeal.Of(post)),
            view.GoTo("Change the text", OpinionPage.Text), view.GoTo("Change the rest", OpinionPage.Around),
            .. post.PictureFiles.IsEmpty ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Leave the pictures out", view.Data(Verbs.OpinionUnpicture))],
            .. OpinionLines.IsLong(post, view.Found) ? [new ExecuteAction("Read all of it", view.Data(Verbs.OpinionRead) with { Page = 1 })] : (ImmutableArray<CardAction>)[],
            view.Cancel()]),
    ];

    private static string Readers(OpinionDraftView view)
    {
        var names = string.Join(" and ", view.Rota.Select(person => UserText.Escape(person.Name)));
        return view.Rota switch
        {
            [] => "I know nobody who could read it: an author cannot read their own, nor can anybody that it is about. Please choose somebody.",
            [_] => $"It goes to {names}.",
            _ when view.Trust.Opinions.Readers is ReadersWanted.All => $"It goes to {names}. Each of them must agree.",
            _ => $"It goes to {names}. Whoever answers first decides.",
        };
    }
}
