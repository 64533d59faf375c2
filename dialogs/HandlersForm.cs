using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Dialogs;

/// <summary>
/// What happens when one of those who handle an incident fills in a form: whether it still makes sense, what is wrong with it, whether somebody was
/// faster, and only then the rule. Each act has its own file, which says what is its own.
/// </summary>
/// <param name="Inputs">The fields of the form, each with the most characters that it takes.</param>
/// <param name="Judge">What is wrong with what was typed.</param>
/// <param name="Rule">What it does to the case.</param>
/// <param name="Sends">Who hears of it, besides those who handle it.</param>
internal sealed record HandlersForm(
    HandlingAct Act,
    ImmutableArray<(string Field, int Longest)> Inputs,
    Func<CaseView, ReportProblems> Judge,
    Func<CaseView, PersonRef, Ruling<Incident>> Rule,
    Func<CaseView, Incident, IEnumerable<Send>> Sends)
{
    public static readonly Func<CaseView, ReportProblems> Anything = static _ => ReportProblems.None;
    public static readonly Func<CaseView, Incident, IEnumerable<Send>> Nobody = static (_, _) => [];

    public Step Step(Arrival.Pressed pressed) => HandleIncident.Step(pressed, (incident, academy, turn, known) =>
    {
        var view = View(incident, academy, turn, known) with { Typed = Read(pressed.Data) };
        if (!HandlingActs.Offered(view).Contains(Act))
            return Card(view);
        if (TooLong(Judge(view), pressed.Data) is { Any: true } problems)
            return Decision.Show(HandlingForms.For(Act, view with { Problems = problems }));
        if (pressed.Data.Text(Fields.Seen) != incident.Version.ToString(CultureInfo.InvariantCulture))
            return Decision.Show(HandlingForms.For(Act, view with { Notice = Faster(incident, known.Trust) }));

        return Rule(view, turn.Who.Ref) switch
        {
            Ruling<Incident>.Allowed allowed => Card(view with { Incident = allowed.After }) with
            {
                Case = new CaseChange(incident.Version, allowed.After, allowed.Entries),
                Sends = [.. IncidentSends.Handled(allowed.After, academy, known.Trust), .. Sends(view, allowed.After)],
            },
            Ruling<Incident>.Refused { Sentence: var sentence } => Decision.Show(HandlingForms.For(Act, view with { Notice = sentence })),
            _ => throw new InvalidOperationException("A ruling is one of two."),
        };
    });

    public static CaseView View(Incident incident, Academy academy, Turn turn, Known known) =>
        new(incident, academy, known.Trust, turn.Who.Id, turn.When, ViewIncident.CardOf(turn, incident));

    public static Decision Card(CaseView view) => Decision.Show(SltCards.Card(view.Incident, view.Trust, view.DeliveryKey));

    private Typed Read(PressedData data) => new(Inputs.ToImmutableDictionary(
        input => input.Field, input => data.Text(input.Field) is var text && text.Length <= input.Longest ? text : text[..input.Longest], StringComparer.Ordinal));

    private ReportProblems TooLong(ReportProblems problems, PressedData data)
    {
        foreach (var (field, longest) in Inputs)
            if (data.Text(field).Length > longest)
                problems = problems.With(field, string.Create(CultureInfo.InvariantCulture, $"Please keep this under {longest:N0} characters."));
        return problems;
    }

    // Who was first reads on the case that it is done; who was second keeps their words, and decides whether they still fit.
    private static string Faster(Incident incident, Trust trust)
    {
        var who = incident.Handling.Last is not { } last ? "Somebody changed this"
            : $"{(last.By.Id == incident.Reporter.Id ? "The reporter" : last.By.Name)} changed this on {When.Full(last.At, trust)}";
        return $"{who}, after you opened this form. Nothing of yours was saved. If it still fits, press again.";
    }
}
