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

    // What people fill in.
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
    public const string Result = "result";
    public const string Reason = "reason";
    public const string Referrals = "referrals";
    public const string NoReferral = "noReferral";
    public const string Answer = "answer";
    public const string Clause = "clause";
    public const string PassTo = "passTo";

    /// <summary>A section or a document chosen from a list.</summary>
    public const string Chosen = "chosen";

    /// <summary>One of <see cref="Cases.Incidents.DrillRules.Kinds"/>.</summary>
    public const string DrillKind = "drillKind";
}
