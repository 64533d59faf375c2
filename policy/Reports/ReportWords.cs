namespace PolicyBot.Policy.Reports;

/// <summary>A report as its form holds it. Only the text is needed; people leave the rest out, or mistake it.</summary>
/// <param name="About">Whom it is about, in one word or a few: pupil, staff, head, parent, outsider.</param>
/// <param name="DangerNow">The form's own tick. It always stands.</param>
public sealed record ReportWords(string Text, string? Platform = null, string? Account = null, string? Link = null, string? About = null, bool DangerNow = false);

/// <summary>Which way the words of a report point.</summary>
/// <param name="Sure">False when another way is nearly as likely.</param>
public sealed record ReportReading(ReportRoute Route, bool Sure);
