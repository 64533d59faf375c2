using PolicyBot.Cards;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>One press sends a question, with its asker's name, to the people who can answer it.</summary>
internal static class SendQuestion
{
    public const string InPrivate = "Please do this in your own chat with me. Nothing was sent.";
    public const string Gone = "I no longer have that question. Nothing was sent. Please ask it again and press the button under the new answer.";

    public static Step Step(Arrival.Pressed pressed)
    {
        var id = pressed.Data.Text(Fields.Question);
        return new Step(
            new Needs { QuestionOf = id.Length is > 0 and <= 100 ? id : null, NextReference = CaseReference.Question },
            (turn, known) => Decide(id, turn, known));
    }

    /// <summary>Whatever a question was taken for: where its words warn of danger, help comes first and nothing is sent.</summary>
    public static Decision? HelpFirst(AskedQuestion asked, Turn turn, Known known)
    {
        var urgent = known.Policy.Answer(asked.Question, []) as Answer.Urgent;
        return urgent is null && asked.Given?.Kind is not AnswerKind.Urgent
            ? null
            : Decision.Say(AnswerCards.For(urgent ?? new Answer.Urgent(UrgentKind.Danger), known.Trust, known.Trust.FindAcademy(turn.Who.Academy)));
    }

    private static Decision Decide(string id, Turn turn, Known known)
    {
        if (turn.Where.Kind is not ConversationKind.Personal)
            return Decision.Tell(InPrivate);
        if (known.Question is { } before)
            return Decision.Tell(before.Asker.Id == turn.Who.Id ? $"You sent this on already: {before.Reference}. Type my cases to see how far it is." : Gone);
        if (turn.Where.State.FindAsked(id) is not { Given: { } given } asked)
            return Decision.Tell(Gone);
        if (HelpFirst(asked, turn, known) is { } help)
            return help;
        if (given.Kind is AnswerKind.ToReport)
            return Decision.Say(QuestionOffers.Report());
        if (known.Trust.PeopleAt(Desk.SocialMediaManager, turn.Who.Id).IsEmpty)
            return Decision.Tell(Nobody(turn, known));

        var opened = QuestionRules.Ask(known.NextReference!, asked.Question, given, turn.Who.Ref, turn.Who.Academy ?? "", asked.Id, turn.When, asked.Before);
        return new Decision
        {
            Case = new CaseChange(0, opened.After, opened.Entries),
            Replies = [new Reply(QuestionCards.Confirmation(opened.After, known.Trust), CardKeys.Reporter(opened.After.Reference))],
            Sends = [.. QuestionSends.ToDesk(opened.After, opened.After.Readers(known.Trust), known.Trust, known.Library)],
        };
    }

    /// <summary>The Social Media Manager has a question and is the only one, or there is none: somebody to turn to, by name.</summary>
    private static string Nobody(Turn turn, Known known)
    {
        var why = known.Trust.SocialMediaManager.People.Contains(turn.Who.Id, StringComparer.OrdinalIgnoreCase)
            ? "You are the Social Media Manager, so there is nobody I could send this to."
            : "I do not know who the Trust's Social Media Manager is, so there is nobody I could send this to.";
        var others = known.Trust.Others(Desk.SocialMediaManager, turn.Who.Id)
            .SelectMany(desk => known.Trust.PeopleAt(desk, turn.Who.Id).Select(known.Trust.FindPerson).OfType<Cases.People.Person>().Select(person => $"{person.Name}, {(desk is Desk.LineManager ? "your line manager" : desk.Title())}"));
        return $"{why} {(others.FirstOrDefault() is { } other ? $"You could ask {other}." : "Please ask your line manager.")}";
    }
}
