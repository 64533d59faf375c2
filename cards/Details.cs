using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards;

/// <summary>All of a report, for those who may read it.</summary>
internal static class Details
{
    public static ImmutableArray<CardElement> Of(Incident incident, Trust trust, int length) =>
    [
        new FactSet(
            [
                AcademyOf(incident, trust),
                new Fact("Reported", When.Full(incident.ReportedAt, trust)),
                new Fact("By", UserText.Escape(incident.Reporter.Name)),
            ]),
        .. Lines.Typed("What happened", incident.Report.WhatHappened, length),
        Lines.Subheading("Where and when"),
        new FactSet([.. Where(incident.Report, trust)]),
        Lines.Subheading("Who"),
        new FactSet([.. Who(incident.Report)]),
    ];

    public static Fact AcademyOf(Incident incident, Trust trust) =>
        new("Academy", UserText.Escape(trust.FindAcademy(incident.Academy)?.Name ?? incident.Academy));

    /// <summary>A button for the link, if it leads to the web and nowhere else.</summary>
    public static ImmutableArray<CardAction> Open(Report report) =>
        report.Link is { Length: <= Limits.Link } link && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.AbsoluteUri.Length <= 2 * Limits.Link
            ? [new OpenUrlAction("Open the link", url.AbsoluteUri)]
            : [];

    private static IEnumerable<Fact> Where(Report report, Trust trust)
    {
        yield return new Fact("Platform", Short(ReportChoices.TitleOf(ReportChoices.Platforms, report.Platform), 100));
        if (report.Account is { Length: > 0 } account)
            yield return new Fact("Account", Short(account, Limits.Account));
        if (report.Link is { Length: > 0 } link)
            yield return new Fact("Link", Short(link, Limits.LinkShown));
        yield return new Fact("Seen", When.Full(report.SeenAt, trust));
    }

    private static IEnumerable<Fact> Who(Report report)
    {
        yield return new Fact("Affected", Short(string.Join(", ", report.Affected.Select(value => ReportChoices.TitleOf(ReportChoices.Affected, value))), 300));
        if (!report.About.IsEmpty)
            yield return new Fact("About", Short(string.Join(", ", report.About.Select(person => person.Name)), Limits.AboutOthers));
        if (report.AboutOthers is { Length: > 0 } others)
            yield return new Fact("Also about", Short(others, Limits.AboutOthers));
    }

    private static string Short(string text, int length) => UserText.Escape(UserText.Shorten(text, length));
}
