namespace PolicyBot.Cards;

/// <summary>
/// The names of what comes back from a card. Inputs are merged into a button's data by name, so no input may be called like a
/// piece of data: it would overwrite it.
/// </summary>
public static class Fields
{
    // What buttons carry.
    public const string Verb = "verb";
    public const string Draft = "draft";

    /// <summary>The name of a <see cref="Cases.Incidents.ReportStep"/>.</summary>
    public const string Step = "step";

    /// <summary>The name of a <see cref="Cases.Incidents.Risk"/>.</summary>
    public const string Danger = "danger";
    public const string Ref = "ref";
    public const string Delivery = "delivery";

    /// <summary>A question of this conversation, by the turn in which it was asked.</summary>
    public const string Question = "question";

    /// <summary>The version of the record that a form was drawn from.</summary>
    public const string Seen = "seen";
    public const string Document = "document";
    public const string Section = "section";

    /// <summary>A question of ours that the press asks.</summary>
    public const string Asks = "asks";

    /// <summary>Which text of a policy the card was made for: <see cref="Edition"/>.</summary>
    public const string Edition = "edition";

    /// <summary>Files that were sent here, by the turn in which they came.</summary>
    public const string Offer = "offer";

    /// <summary>The name of a <see cref="Cases.Incidents.CaseFilter"/>.</summary>
    public const string Filter = "filter";

    /// <summary>Which page of a list, from 1.</summary>
    public const string Page = "page";

    /// <summary>The name of a <see cref="Reporting.RouteAnswer"/>; on the first card of a report, of the <see cref="Cases.Incidents.Route"/> that somebody chose.</summary>
    public const string Answered = "answered";

    /// <summary>Which of several of a case: a person who is involved, a question to the reporter.</summary>
    public const string Number = "number";

    /// <summary>Which text of a draft a reader had in front of them: <see cref="Cases.Opinions.TextSeal"/>.</summary>
    public const string Seal = "seal";

    /// <summary>The account that a handover, a comment or a release is about, by its reference.</summary>
    public const string Case = "case";

    /// <summary>The handover that a release belongs to, by its reference.</summary>
    public const string Handover = "handover";

    // What people fill in.
    public const string FirstDay = "firstDay";
    public const string LastDay = "lastDay";
    public const string Written = "written";
    public const string Post = "post";
    public const string PostFor = "postFor";
    public const string Comment = "comment";
    public const string Audience = "audience";
    public const string OutDate = "outDate";
    public const string OutTime = "outTime";
    public const string Pictures = "pictures";
    public const string PictureChecks = "pictureChecks";
    public const string Material = "material";
    public const string Reader = "reader";
    public const string Wording = "wording";
    public const string What = "what";
    public const string Platform = "platform";
    public const string Account = "account";
    public const string Link = "link";
    public const string Date = "date";
    public const string Time = "time";
    public const string Academy = "academy";
    public const string Affected = "affected";
    public const string About = "about";
    public const string AboutOthers = "aboutOthers";

    /// <summary>Whom the reporter has told already.</summary>
    public const string Told = "told";
    public const string Result = "result";
    public const string Reason = "reason";
    public const string Referrals = "referrals";
    public const string NoReferral = "noReferral";
    public const string Answer = "answer";
    public const string Clause = "clause";
    public const string PassTo = "passTo";

    /// <summary>Whether a reporter's name is shown: <see cref="Confidential"/> or <see cref="Named"/>.</summary>
    public const string Naming = "naming";
    public const string Named = "named";
    public const string Confidential = "confidential";

    /// <summary>The name of a <see cref="Incidents.HandlingAct"/>.</summary>
    public const string Act = "act";
    public const string HandTo = "handTo";
    public const string Category = "category";
    public const string Severity = "severity";
    public const string Harm = "harm";
    public const string Involve = "involve";
    public const string Tell = "tell";
    public const string Agency = "agency";
    public const string AgencyNumber = "agencyNumber";
    public const string Note = "note";
    public const string Inquiry = "inquiry";
    public const string Reply = "reply";
    public const string BreachResult = "breachResult";

    /// <summary>A section, a document or a file chosen from a list.</summary>
    public const string Chosen = "chosen";

    /// <summary>A name or an account that somebody looks for.</summary>
    public const string Find = "find";

    /// <summary>Why a legal hold is placed.</summary>
    public const string HoldReason = "holdReason";

    /// <summary>Of a comment: its account of the register, what it is, and when it came in, in words.</summary>
    public const string Register = "register";
    public const string CommentKind = "commentKind";
    public const string CameIn = "cameIn";

    /// <summary>What was sent as a reply, what was done about abuse, and whether the audience knows why.</summary>
    public const string ReplyKind = "replyKind";
    public const string CommentSteps = "commentSteps";
    public const string AudienceTold = "audienceTold";

    /// <summary>One of <see cref="Cases.Incidents.DrillRules.Kinds"/>.</summary>
    public const string DrillKind = "drillKind";

    /// <summary>The account of a handover; its reference, or <see cref="NotListed"/>.</summary>
    public const string HandedAccount = "handedAccount";
    public const string NotListed = "new";
    public const string Why = "why";
    public const string Way = "way";
    public const string HandFrom = "handFrom";

    /// <summary>The name of a <see cref="Cases.Handovers.DecisionSays"/>.</summary>
    public const string Says = "says";

    /// <summary>Names of <see cref="Cases.Handovers.EndState"/>.</summary>
    public const string States = "states";
}
