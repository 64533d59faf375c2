using PolicyBot.Cases;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Releases;
using PolicyBot.Dialogs.Accounts;
using PolicyBot.Dialogs.Comments;
using PolicyBot.Dialogs.Handovers;
using PolicyBot.Dialogs.Opinions;
using PolicyBot.Dialogs.Releases;
using PolicyBot.Policy;

namespace PolicyBot.Dialogs;

/// <summary>The clocks of all kinds of cases: when each is due, and what is done when it is. A kind that is not named here has no clock.</summary>
public static class Reminding
{
    /// <summary>When somebody has to hear of a case next; null when nobody has.</summary>
    public static DateTimeOffset? NextOf(ICase due, Trust trust, DateTimeOffset now) => due switch
    {
        Incident incident => IncidentClock.Next(incident, trust, now)?.At,
        SecondOpinion opinion => OpinionClock.Next(opinion, trust, now)?.At,
        Account account => AccountClock.Next(account, trust, now)?.At,
        ReceivedComment comment => CommentClock.Next(comment, trust, now)?.At,
        Handover handover => HandoverClock.Next(handover, trust, now)?.At,
        Release release => ReleaseClock.Next(release, trust, now)?.At,
        _ => null,
    };

    /// <summary>What is done when a case is due.</summary>
    /// <param name="about">The account that it is about, as the register has it now; null where there is none.</param>
    public static Decision Decide(ICase due, Trust trust, PolicyLibrary library, DateTimeOffset now, Account? about = null) => due switch
    {
        Incident incident => RemindOfIncident.Decide(incident, trust, now),
        SecondOpinion opinion => RemindOfOpinion.Decide(opinion, trust, library, now),
        Account account => AskAboutAccount.Decide(account, trust, now),
        ReceivedComment comment => RemindOfComment.Decide(comment, about, trust, now),
        Handover handover => RemindOfHandover.Decide(handover, trust, now),
        Release release => RemindOfRelease.Decide(release, trust, now),
        _ => Decision.Nothing,
    };
}
