using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs.Accounts;

/// <summary>Time has passed: somebody is asked whether all is well on an account, or whether what stands in the register is still right, and the trail says so.</summary>
internal static class AskAboutAccount
{
    public static Decision Decide(Account account, Trust trust, DateTimeOffset now)
    {
        if (AccountClock.Next(account, trust, now) is not { } due || due.At > now)
            return Decision.Nothing;
        var passed = AccountClock.Pass(account, due.Step, trust, now);
        var after = passed.After;
        return new Decision
        {
            Case = new CaseChange(account.Version, after, passed.Entries),
            Sends = due.Step is AccountStep.Review
                ? [.. AccountSends.Reviewed(after, trust, now)]
                : [.. AccountSends.CheckInOver(account, after, trust), .. AccountSends.Asked(after, after.CheckIn!, trust)],
        };
    }
}
