using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Opinions;

/// <summary>What a page of the form is drawn from.</summary>
/// <param name="Post">The draft as it would be sent; null while something is missing.</param>
/// <param name="Found">What the rules find in it.</param>
/// <param name="Rota">Whom it would go to where the author names nobody.</param>
public sealed record OpinionDraftView(
    OpinionDraft Draft, ReportProblems Problems, WantedPost? Post, ImmutableArray<FoundInDraft> Found, ImmutableArray<PersonRef> Rota, Trust Trust, PolicyLibrary Library, DateTimeOffset Now)
{
    /// <summary>An earlier decision on this very text that does not cover this request; null when there is none.</summary>
    public string? Notice { get; init; }

    internal CardData Data(string verb) => new(verb) { Draft = Draft.Id, Ref = Draft.Case.Length == 0 ? null : Draft.Case };

    internal ImmutableArray<CardElement> Problem(string field) => Lines.Problem(Problems.For(field));

    internal ExecuteAction Next(string title, string verb, string? seal = null) => new(title, Data(verb) with { Seal = seal }) { Style = ActionStyle.Positive };

    internal ExecuteAction GoTo(string title, OpinionPage page) => new(title, Data(Verbs.OpinionGoTo) with { Step = page.ToString() });

    internal ExecuteAction Cancel() => new("Cancel", Data(Verbs.OpinionCancel)) { AssociatedInputs = AssociatedInputs.None };
}
