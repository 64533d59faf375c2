using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards;

/// <summary>The buttons that stand on several cards, each with the same words everywhere.</summary>
internal static class Press
{
    public static ExecuteAction Report { get; } = new("Report something", new CardData(Verbs.ReportStart));

    public static ExecuteAction SecondOpinion { get; } = new("Get a second opinion", new CardData(Verbs.OpinionAsk));

    public static ExecuteAction AskPerson { get; } = new("Ask a person", new CardData(Verbs.PersonAsk));

    public static ExecuteAction MyReports { get; } = new("My reports", new CardData(Verbs.CaseMine));

    public static ExecuteAction Help { get; } = new("What I can do", new CardData(Verbs.HelpShow));
}
