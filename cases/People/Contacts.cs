namespace PolicyBot.Cases.People;

/// <summary>Whom to ring or write to outside the Trust, and where things are written down. A Trust may set each in <c>trust.json</c>; it should check them all.</summary>
public sealed record Contacts
{
    public static readonly Contacts Default = new();

    /// <summary>POSH, the helpline for people who work with children and have trouble online.</summary>
    public string ProfessionalsHelpline { get; init; } = "0344 381 4772";
    public string ProfessionalsHelplineHours { get; init; } = "Monday to Friday, 10 am to 4 pm; please check before you ring";

    /// <summary>The police where it is no emergency.</summary>
    public string Police { get; init; } = "101";
    public string PoliceOnline { get; init; } = "www.police.uk";

    /// <summary>Takes reports of indecent images of children, also without a name.</summary>
    public string InternetWatchFoundation { get; init; } = "report.iwf.org.uk";

    /// <summary>The police's own place for the online sexual abuse of children.</summary>
    public string Ceop { get; init; } = "www.ceop.police.uk";

    /// <summary>Where the Trust's grievance policy is; null when nobody said.</summary>
    public string? GrievancePolicy { get; init; }

    /// <summary>How somebody reports without a name, a link or a few words; null where there is no such way.</summary>
    public string? AnonymousReporting { get; init; }
}
