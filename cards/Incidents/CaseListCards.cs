using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Incidents;

/// <summary>The cases that somebody handles, ten at a time, with what narrows them down. Only ever in their own chat.</summary>
public static class CaseListCards
{
    private const int PerPage = 10;

    /// <summary>One page of what was found.</summary>
    /// <param name="found">All that this person may handle and looks for, newest first.</param>
    /// <param name="page">From 1; one that is past the end shows the last.</param>
    /// <param name="academies">Those among which this person can choose.</param>
    public static Message List(ImmutableArray<Incident> found, CaseSearch search, int page, ImmutableArray<Academy> academies, Trust trust, DateTimeOffset now)
    {
        var pages = Math.Max(1, (found.Length + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        var shown = found.Skip((page - 1) * PerPage).Take(PerPage).ToImmutableArray();
        return new Message(
            null,
            new AdaptiveCard(
                [
                    Lines.Heading(Heading(search)),
                    Lines.Plain(Count(found.Length, page, pages)),
                    .. shown.Select(incident => Row(incident, trust, now)),
                    .. shown.IsEmpty ? (ImmutableArray<CardElement>)[] : [Which(shown)],
                    .. academies.Length > 1 ? (ImmutableArray<CardElement>)[Among(academies, search)] : [],
                    new TextInput(Fields.Find, "About whom, or which account")
                    {
                        Value = UserText.Kept(search.About, Limits.Find), MaxLength = Limits.Find, Placeholder = "A name or @account, open or closed",
                    },
                    .. Lines.Buttons(
                        [
                            .. shown.IsEmpty ? (ImmutableArray<CardAction>)[] : [new ExecuteAction("Open the case", new CardData(Verbs.CaseOpen)) { Style = ActionStyle.Positive }],
                            new ExecuteAction("Find", To(search.Filter)),
                            .. page < pages ? [new ExecuteAction("Next", To(search.Filter) with { Page = page + 1 })]
                                : page > 1 ? [new ExecuteAction("From the start", To(search.Filter))]
                                : (ImmutableArray<CardAction>)[],
                            .. Enum.GetValues<CaseFilter>().Where(filter => filter != search.Filter).Select(filter => new ExecuteAction(filter.ToString(), To(filter))),
                        ]),
                ],
                "The cases that you handle."),
            "Your cases");
    }

    private static CardData To(CaseFilter filter) => new(Verbs.CaseList) { Filter = filter.ToString() };

    private static string Heading(CaseSearch search) => search switch
    {
        { About: { Length: > 0 } about } => $"Cases about {UserText.Escape(UserText.Shorten(about, Limits.Find))}",
        { Filter: CaseFilter.Mine } => "Cases that you took on",
        { Filter: CaseFilter.Overdue } => "Overdue: nobody took them on within a working day",
        { Filter: CaseFilter.Closed } => "Closed cases",
        _ => "Open cases",
    };

    private static string Count(int found, int page, int pages) => (found, pages) switch
    {
        (0, _) => "There are none.",
        (1, _) => "1 case.",
        (_, 1) => $"{found} cases.",
        _ => $"{found} cases, newest first. Page {page} of {pages}.",
    };

    private static Container Row(Incident incident, Trust trust, DateTimeOffset now) => new(
        [
            new TextBlock($"{incident.Reference}: {Standing(incident, trust, now)}") { Weight = TextWeight.Bolder },
            Lines.Plain(UserText.Escape(UserText.Shorten(incident.Report.WhatHappened, 100))) with { Spacing = Spacing.Small },
            Lines.Quiet($"{UserText.Escape(trust.FindAcademy(incident.Academy)?.Name ?? incident.Academy)}, reported {When.Full(incident.ReportedAt, trust)}.{Held(incident)}"),
        ])
    { Separator = true, Spacing = Spacing.Medium };

    private static string Standing(Incident incident, Trust trust, DateTimeOffset now) => incident switch
    {
        { IsOpen: false } => "closed",
        { Acknowledged: { } seen } => $"with {UserText.Escape(seen.By.Name)}",
        _ => incident.IsOverdue(trust, now) ? "new, overdue" : "new",
    };

    private static string Held(Incident incident) => incident.Held is null ? "" : " Legal hold.";

    private static ChoiceInput Which(ImmutableArray<Incident> shown) =>
        new(Fields.Chosen, "Which case?", [.. shown.Select(incident => new Choice(incident.Reference.ToString(), incident.Reference.ToString()))])
        {
            Value = shown.Length == 1 ? shown[0].Reference.ToString() : null,
            Placeholder = "Choose one",
            Style = ChoiceStyle.Compact,
        };

    private static ChoiceInput Among(ImmutableArray<Academy> academies, CaseSearch search) =>
        new(Fields.Academy, "Academy", [new Choice("All academies", CaseSearch.EveryAcademy), .. academies.Select(academy => new Choice(UserText.Plain(academy.Name), academy.Key))])
        {
            Value = academies.Any(academy => academy.Key == search.Academy) ? search.Academy : CaseSearch.EveryAcademy,
            Style = ChoiceStyle.Compact,
        };
}
