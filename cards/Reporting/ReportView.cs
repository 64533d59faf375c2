using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Reporting;

/// <summary>What a step is drawn from.</summary>
/// <param name="Academy">The academy that was chosen, else the reporter's own, else null.</param>
internal sealed record ReportView(ReportDraft Draft, ReportProblems Problems, Trust Trust, Academy? Academy, DateTimeOffset Now, PolicyLibrary? Library = null)
{
    public CardData Data(string verb) => new(verb) { Draft = Draft.Id, Ref = Draft.Case.Length == 0 ? null : Draft.Case };

    public ImmutableArray<CardElement> Problem(string field) => Lines.Problem(Problems.For(field));

    /// <summary>What is wrong with fields that this card does not show: it must not be lost.</summary>
    public ImmutableArray<CardElement> OtherProblems(params string[] shown) =>
        [.. Problems.Sentences.Where(problem => !shown.Contains(problem.Key)).OrderBy(problem => problem.Key, StringComparer.Ordinal)
            .SelectMany(problem => Lines.Problem(problem.Value))];

    public ExecuteAction Next(string title, string verb) => new(title, Data(verb)) { Style = ActionStyle.Positive };

    public ExecuteAction BackTo(ReportStep step) => new("Back", Data(Verbs.ReportBack) with { Step = step.ToString() });

    public ExecuteAction Cancel(string title = "Cancel") => new(title, Data(Verbs.ReportCancel)) { AssociatedInputs = AssociatedInputs.None };
}
