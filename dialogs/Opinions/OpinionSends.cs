using System.Globalization;
using PolicyBot.Cards.Opinions;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs.Opinions;

/// <summary>Who hears of a second opinion's steps, and on which card.</summary>
internal static class OpinionSends
{
    /// <summary>A card for each of these people, in their own chat.</summary>
    public static IEnumerable<Send> ToReaders(SecondOpinion opinion, IEnumerable<PersonRef> people, Trust trust, PolicyLibrary library) =>
        people.Select(person => new Send.ToPerson(person.Id, CardKeys.Handler(opinion.Reference, person.Id), opinion.Version, Card(opinion, person.Id, trust, library)))
            .Concat(Nudges.ToReaders(opinion.Reference, opinion.Version, people));

    /// <summary>Their card stands far above by now, and changes there unseen: a note says that it waits for them.</summary>
    public static IEnumerable<Send> Notes(SecondOpinion opinion, IEnumerable<PersonRef> people, bool reminder, Trust trust) =>
        people.Select(person => (Person: person.Id, Card: CardKeys.Back(opinion.Reference, opinion.Version, person.Id)))
            .Select(each => new Send.ToPerson(each.Person, each.Card, opinion.Version, OpinionReaderCards.Note(opinion, reminder, trust, each.Card)))
            .Concat(Nudges.ToReaders(opinion.Reference, opinion.Version, people));

    /// <summary>After any step: the cards that stand already show it, the readers' and the author's.</summary>
    public static IEnumerable<Send> Changed(SecondOpinion opinion, Trust trust, PolicyLibrary library) => Changed(opinion, replaced: false, trust, library);

    /// <summary>
    /// After a step that may have brought another text. Where the card with the old one has not arrived yet, it never does: whoever still reads it gets a note of
    /// its own.
    /// </summary>
    public static IEnumerable<Send> Changed(SecondOpinion before, SecondOpinion after, Trust trust, PolicyLibrary library) => Changed(after, before.Post != after.Post, trust, library);

    private static IEnumerable<Send> Changed(SecondOpinion opinion, bool replaced, Trust trust, PolicyLibrary library) =>
    [
        .. opinion.Readers.Concat(opinion.Past)
            .Select(person => new Send.Update(CardKeys.Handler(opinion.Reference, person.Id), opinion.Version, Card(opinion, person.Id, trust, library))
            {
                Recalls = replaced || opinion.Status is OpinionStatus.Withdrawn or OpinionStatus.Expired || !opinion.HasSeen(person.Id),
            }),
        new Send.Update(CardKeys.Reporter(opinion.Reference), opinion.Version, OpinionAuthorCards.Card(opinion, trust, library, null)),
    ];

    /// <summary>The author is told what has happened, below everything else in their chat.</summary>
    public static IEnumerable<Send> ToAuthor(SecondOpinion opinion, Trust trust, PolicyLibrary library)
    {
        var told = CardKeys.Told(opinion.Reference, opinion.Version);
        yield return new Send.ToPerson(opinion.Asker.Id, told, opinion.Version, OpinionAuthorCards.Card(opinion, trust, library, told));
        yield return Nudges.ToSender(opinion.Reference, opinion.Version, opinion.Asker.Id);
    }

    private static Cards.Message Card(SecondOpinion opinion, string person, Trust trust, PolicyLibrary library) =>
        OpinionReaderCards.Card(opinion, person, trust, library, CardKeys.Handler(opinion.Reference, person));
}
