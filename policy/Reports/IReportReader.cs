namespace PolicyBot.Policy.Reports;

/// <summary>Reads a report's words and says which way it sounds as if it should go. Pure, and only ever a suggestion: the reporter is asked.</summary>
public interface IReportReader
{
    ReportReading Read(ReportWords words);
}

/// <summary>What somebody wrote on the report form.</summary>
/// <param name="About">Who it is about, in words.</param>
/// <param name="DangerNow">True when they said that somebody is in danger now.</param>
public sealed record ReportWords(string Text, string? Platform, string? Account, string? Link, string? About, bool DangerNow);

/// <summary>The way that the words suggest.</summary>
/// <param name="Sure">False when they could be read in another way too.</param>
public sealed record ReportReading(ReportRoute Route, bool Sure);

/// <summary>What a report may be about.</summary>
public enum ReportRoute
{
    Danger,
    ChildAtRisk,
    IndecentImage,
    AdultContactingChild,
    AllegationStaff,
    AllegationHead,
    DataBreach,
    Crime,
    StaffTarget,
    ParentComment,
    Grievance,
    Other,
}
