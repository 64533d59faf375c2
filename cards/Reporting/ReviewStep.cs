using PolicyBot.Cards.Elements;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Incidents;

namespace PolicyBot.Cards.Reporting;

/// <summary>All of it as typed, who will see it, and the one button that sends it.</summary>
internal static class ReviewStep
{
    public static ImmutableArray<CardElement> Body(ReportView view) =>
    [
        Lines.Heading("Check your report"),
        Lines.Plain(view.Draft.Case.Length == 0 ? "Nothing is sent until you press Submit." : $"{view.Draft.Case} stays as you sent it until you press Save the change."),
        .. view.OtherProblems(),
        Lines.Named("In danger", view.Draft.Risk is { } risk ? ReportChoices.Risks.First(choice => choice.Value == risk).Title : "", 100),
        .. What(view),
        Lines.Subheading("Where and when"),
        .. Where(view),
        Change(view, "Change where and when", ReportStep.Where),
        Lines.Subheading("Who"),
        .. Who(view),
        Change(view, "Change who", ReportStep.Who),
        .. EvidenceLines.OfDraft(view.Draft),
        new Container([Lines.Plain(Readers.Of(view.Draft.Route, view.Draft.AboutIds, view.Trust, view.Academy))])
        {
            Style = ContainerStyle.Emphasis, Spacing = Spacing.Medium,
        },
        new ChoiceInput(Fields.Naming, "Your name", [new Choice("They see my name", Fields.Named), new Choice("Keep my name confidential", Fields.Confidential)])
        {
            Value = view.Draft.Confidential ? Fields.Confidential : Fields.Named,
            Style = ChoiceStyle.Expanded,
        },
        Lines.Quiet("Confidential means: your name stands on no card and in no list. Those who handle it can look it up when they must, and each time is recorded."),
        .. Lines.Buttons(view.Next(view.Draft.Case.Length == 0 ? "Submit" : "Save the change", Verbs.ReportSubmit), view.BackTo(view.Draft is { IsShort: true, Suggested: Route.IndecentImage } ? ReportStep.Check : ReportStep.Who), view.Cancel()),
    ];

    private static ImmutableArray<CardElement> What(ReportView view) => view.Draft.IsShort
        ?
        [
            Lines.Subheading("What it is about"),
            Lines.Plain("A nude or indecent image of somebody under 18. I send no picture, no link and no description of it."),
            .. view.Draft.What.Length > 0 ? (ImmutableArray<CardElement>)[Lines.Plain("What you wrote about it before is not sent. Please tell the safeguarding lead yourself.")] : [],
        ]
        :
        [
            Lines.Subheading("What happened"),
            Lines.Named("In your words", view.Draft.What, Limits.What),
            Change(view, "Change what happened", ReportStep.What),
        ];

    private static IEnumerable<CardElement> Where(ReportView view)
    {
        yield return Lines.Named("Academy", view.Academy?.Name, 200);
        yield return Lines.Named("Platform", ReportChoices.TitleOf(ReportChoices.Platforms, view.Draft.Platform), 100);
        yield return Lines.Named("Account", view.Draft.Account, Limits.Account);
        if (!view.Draft.IsShort)
            yield return Lines.Named("Link", view.Draft.Link, Limits.LinkShown);
        yield return Lines.Named("Seen", When.Typed(view.Draft.Date, view.Draft.Time), 100);
    }

    private static IEnumerable<CardElement> Who(ReportView view)
    {
        yield return Lines.Named("Affected", string.Join(", ", view.Draft.Affected.Select(value => ReportChoices.TitleOf(ReportChoices.Affected, value))), 300);
        yield return Lines.Named("About", People(view), Limits.AboutOthers);
        yield return Lines.Named("Also about", view.Draft.AboutOthers, Limits.AboutOthers);
        if (view.Draft.Told.Length > 0 || view.Draft.IsShort)
            yield return Lines.Named("Whom you told", view.Draft.Told, Limits.Told);
    }

    /// <summary>The picker gives ids. Whoever is not in the trust's own list is counted: their names are looked up when the report is sent.</summary>
    private static string People(ReportView view)
    {
        var names = view.Draft.AboutIds.Select(view.Trust.FindPerson).OfType<Cases.People.Person>().Select(person => person.Name).ToImmutableArray();
        var others = view.Draft.AboutIds.Length - names.Length;
        return string.Join(", ", others == 0 ? names : names.Add(others == 1 ? "one person you chose" : $"{others} people you chose"));
    }

    private static ActionSet Change(ReportView view, string title, ReportStep step) =>
        new([new ExecuteAction(title, view.Data(Verbs.ReportEdit) with { Step = step.ToString() })]) { Spacing = Spacing.Small };
}
