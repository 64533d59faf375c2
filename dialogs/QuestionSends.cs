using PolicyBot.Cards;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>Who hears of a question's steps, and on which card.</summary>
internal static class QuestionSends
{
    /// <summary>A card for each of these people, in their own chat.</summary>
    public static IEnumerable<Send> ToDesk(Question question, IEnumerable<string> people, Trust trust, PolicyLibrary library) =>
        people.Select(person => new Send.ToPerson(person, CardKeys.Handler(question.Reference, person), question.Version, DeskCard(question, person, trust, library)));

    /// <summary>Their card stands far above by now, and changes there unseen: a note says that it is theirs again.</summary>
    public static IEnumerable<Send> BackAt(Question question, IEnumerable<string> people) =>
        people.Select(person => (Person: person, Card: CardKeys.Back(question.Reference, question.Version, person)))
            .Select(each => new Send.ToPerson(each.Person, each.Card, question.Version, DeskCards.Back(question, each.Card)));

    /// <summary>After any step: the cards that stand already show it, theirs and the asker's.</summary>
    public static IEnumerable<Send> Changed(Question question, IEnumerable<string> people, Trust trust, PolicyLibrary library) =>
    [
        .. people.Select(person => new Send.Update(CardKeys.Handler(question.Reference, person), question.Version, DeskCard(question, person, trust, library))),
        new Send.Update(CardKeys.Reporter(question.Reference), question.Version, QuestionCards.Confirmation(question, trust)),
    ];

    public static IEnumerable<Send> Answered(Question question, PolicyLibrary library, bool changed)
    {
        var told = CardKeys.Told(question.Reference, question.Version);
        var clause = question.Answer?.Clause is { } named ? QuestionClauses.Find(named, library) : null;
        yield return new Send.ToPerson(question.Asker.Id, told, question.Version, QuestionCards.Answered(question, clause, changed, told));
        yield return Nudges.ToSender(question.Reference, question.Version, question.Asker.Id);
    }

    public static Send PassedOn(Question question, Trust trust)
    {
        var told = CardKeys.Told(question.Reference, question.Version);
        return new Send.ToPerson(question.Asker.Id, told, question.Version, QuestionCards.PassedOn(question, trust, told));
    }

    private static Message DeskCard(Question question, string person, Trust trust, PolicyLibrary library) =>
        DeskCards.Card(question, question.MayBeAnsweredBy(person, trust), trust, library, CardKeys.Handler(question.Reference, person));
}
