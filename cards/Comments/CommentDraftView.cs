using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;
using PolicyBot.Policy;

namespace PolicyBot.Cards.Comments;

/// <summary>What a card of the log is drawn from.</summary>
/// <param name="Accounts">The register's accounts, those first that are likely meant.</param>
/// <param name="What">The draft as it would be logged; null while something is missing.</param>
/// <param name="Due">When it would be due.</param>
public sealed record CommentDraftView(
    CommentDraft Draft, ReportProblems Problems, ImmutableArray<Account> Accounts, LoggedComment? What, ReplyDue? Due, Trust Trust, PolicyLibrary Library, DateTimeOffset Now)
{
    /// <summary>Who gets it; null when nobody but the person who logs it does.</summary>
    public PersonRef? First { get; init; }

    /// <summary>Those who would see it and whose name stands in what it says.</summary>
    public ImmutableArray<PersonRef> Named { get => field.IsDefault ? [] : field; init; } = [];

    internal CardData Data(string verb) => new(verb) { Draft = Draft.Id };

    internal ImmutableArray<CardElement> Problem(string field) => Lines.Problem(Problems.For(field));

    internal ExecuteAction Cancel() => new("Cancel", Data(Verbs.CommentCancel)) { AssociatedInputs = AssociatedInputs.None };
}
