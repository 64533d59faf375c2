using PolicyBot.Cards.Elements;
using PolicyBot.Policy;

namespace PolicyBot.Cards;

/// <summary>The buttons that stand on several cards, each with the same words everywhere.</summary>
internal static class Press
{
    public static ExecuteAction Report { get; } = new("Report something", new CardData(Verbs.ReportStart));

    public static ExecuteAction SecondOpinion { get; } = new("Get a second opinion", new CardData(Verbs.OpinionAsk));

    public static ExecuteAction AskPerson { get; } = new("Ask a person", new CardData(Verbs.PersonAsk));

    public static ExecuteAction MyReports { get; } = new("My reports", new CardData(Verbs.CaseMine));

    public static ExecuteAction Accounts { get; } = new("The register of accounts", new CardData(Verbs.AccountList));

    public static ExecuteAction MyAccounts { get; } = new("My accounts", new CardData(Verbs.AccountMine));

    public static ExecuteAction Handover { get; } = new("Hand over an account", new CardData(Verbs.HandoverStart));

    public static ExecuteAction LogComment { get; } = new("Tell somebody about a comment", new CardData(Verbs.CommentLog));

    public static ExecuteAction Acknowledge { get; } = new("Confirm I have read it", new CardData(Verbs.PolicyReading));

    public static ExecuteAction ReadPolicy { get; } = new("Read the policy", new CardData(Verbs.PolicyContents));

    public static ExecuteAction Help { get; } = new("What I can do", new CardData(Verbs.HelpShow));

    /// <summary>The button that does what comes next; null when nothing needs doing.</summary>
    public static ExecuteAction? For(NextStep next) => next switch
    {
        NextStep.Report => Report,
        NextStep.SecondOpinion => SecondOpinion,
        NextStep.Handover => Handover,
        NextStep.LogComment => LogComment,
        NextStep.MyCases => MyReports,
        NextStep.AskManager => AskPerson,
        NextStep.Acknowledge => Acknowledge,
        NextStep.ReadPolicy => ReadPolicy,
        NextStep.Help => Help,
        _ => null,
    };
}
