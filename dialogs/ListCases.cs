using System.Globalization;
using PolicyBot.Cards;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.People;

namespace PolicyBot.Dialogs;

/// <summary>The cases that somebody handles, asked of each case at that moment. What they may not see is not even counted.</summary>
internal static class ListCases
{
    private const string AboutPhrase = "cases about ";

    /// <summary>"cases about @north_gossip"</summary>
    public static bool Asks(string text) =>
        text.TrimStart().StartsWith(AboutPhrase, StringComparison.OrdinalIgnoreCase) && text.Trim().Length is > 12 and <= 12 + Limits.Find;

    /// <summary>Typed.</summary>
    public static Step Step(string text) => Of(
        new CaseSearch(CaseFilter.Open, About: Asks(text) ? text.Trim()[AboutPhrase.Length..].Trim().TrimEnd('?', '.', '!').Trim() : ""), 1);

    /// <summary>Pressed, on the list itself.</summary>
    public static Step Step(Arrival.Pressed pressed)
    {
        var (about, academy) = (pressed.Data.Text(Fields.Find), pressed.Data.Text(Fields.Academy));
        return Of(
            new CaseSearch(
                Enum.GetValues<CaseFilter>().FirstOrDefault(filter => filter.ToString() == pressed.Data.Text(Fields.Filter)),
                academy == CaseSearch.EveryAcademy ? "" : academy, about.Length <= Limits.Find ? about : about[..Limits.Find]),
            PageOf(pressed));
    }

    public static int PageOf(Arrival.Pressed pressed) =>
        int.TryParse(pressed.Data.Text(Fields.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    private static Step Of(CaseSearch search, int page) =>
        new(new Needs { MyCases = true, Handling = search.Standings }, (turn, known) => Decide(search, page, turn, known));

    private static Decision Decide(CaseSearch search, int page, Turn turn, Known known)
    {
        var keys = known.Trust.AcademiesOf(turn.Who.Id);
        // To whoever has no role this list is their own reports, and a sentence that begins like ours is a question as before.
        if (keys.IsEmpty)
            return turn.Arrival is Arrival.Said said && Asks(said.Text) ? AskPolicy.Decide(turn, known) : ListMyReports.Decide(turn, known);
        if (turn.Where.Kind is not ConversationKind.Personal)
            return turn.Arrival is Arrival.Pressed ? Decision.Tell(InPrivate) : Decision.Say(NoticeCards.Sentence(InPrivate));

        var academies = known.Trust.Academies.Where(academy => keys.Contains(academy.Key, StringComparer.Ordinal)).ToImmutableArray();
        var card = CaseListCards.List(search.Among(known.Handling, turn.Who.Id, known.Trust, turn.When), search, page, academies, known.Trust, turn.When);
        return turn.Arrival is Arrival.Pressed ? Decision.Show(card) : Decision.Say(card);
    }

    private const string InPrivate = "Cases are for your own chat with me. Please ask me there.";
}
