using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>All of a report, for those who may read it.</summary>
internal static class Details
{
    public static ImmutableArray<Fact> Facts(Incident incident, Trust trust) => [.. Bare(incident, trust), new Fact("By", incident.Report.Confidential ? "Confidential" : UserText.Escape(incident.Reporter.Name))];

    /// <summary>What may be said of a safeguarding report, too.</summary>
    public static ImmutableArray<Fact> Bare(Incident incident, Trust trust) =>
    [
        new("Academy", UserText.Escape(trust.FindAcademy(incident.Academy)?.Name ?? incident.Academy)),
        new("Reported", When.Full(incident.ReportedAt, trust)),
    ];

    public static ImmutableArray<CardElement> Of(Incident incident, Trust trust, int length) =>
    [
        .. Lines.Typed("What happened", incident.Report.WhatHappened, length),
        Lines.Subheading("Where and when"),
        .. Where(incident.Report, trust),
        Lines.Subheading("Who"),
        .. Who(incident.Report),
    ];

    /// <summary>A button for the link, if it leads to the web and nowhere else.</summary>
    public static ImmutableArray<CardAction> Open(Report report) =>
        report.Link is { Length: <= Limits.Link } link && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.AbsoluteUri.Length <= 2 * Limits.Link
            ? [new OpenUrlAction("Open the link", url.AbsoluteUri)]
            : [];

    private static IEnumerable<CardElement> Where(Report report, Trust trust)
    {
        yield return Lines.Named("Platform", ReportChoices.TitleOf(ReportChoices.Platforms, report.Platform), 100);
        yield return Lines.Named("Account", report.Account, Limits.Account);
        if (report.Route is not Route.IndecentImage) // nobody is to follow it
            yield return Lines.Named("Link", report.Link, Limits.LinkShown);
        yield return Lines.Named("Seen", report.TimeKnown ? When.Full(report.SeenAt, trust) : When.FullDay(report.SeenAt, trust), 100);
    }

    private static IEnumerable<CardElement> Who(Report report)
    {
        yield return Lines.Named("Affected", string.Join(", ", report.Affected.Select(value => ReportChoices.TitleOf(ReportChoices.Affected, value))), 300);
        yield return Lines.Named("About", string.Join(", ", report.About.Select(person => person.Name)), Limits.AboutOthers);
        yield return Lines.Named("Also about", report.AboutOthers, Limits.AboutOthers);
        if (report.Told is not null || report.Route is Route.IndecentImage)
            yield return Lines.Named("Whom the reporter told", report.Told, Limits.Told);
    }
}
