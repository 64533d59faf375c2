using PolicyBot.Cards;
using PolicyBot.Cards.Releases;
using PolicyBot.Cases;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Releases;

namespace PolicyBot.Dialogs.Releases;

/// <summary>What every press on a release's card asks first: does it exist, and does it concern this person? Somebody whom it does not is told the same either way.</summary>
internal static class HandleRelease
{
    public static Step Of(Arrival.Pressed pressed, Func<Release, Turn, Known, Decision> decide) => new(Needs(pressed), (turn, known) =>
        known.Release is { } release && turn.Where.Kind is ConversationKind.Personal && release.Concerns(turn.Who.Id, known.Trust) ? decide(release, turn, known) : Decision.Tell(ReleaseRules.NotYours));

    /// <summary>The card as it is now: the client refreshes it by itself, or somebody came back from a form.</summary>
    public static Step View(Arrival.Pressed pressed) => Of(pressed, (release, turn, known) => Show(release, turn, known));

    /// <summary>From a note or a list: the card, below it.</summary>
    public static Step See(Arrival.Pressed pressed) => Of(pressed, (release, turn, known) => Decision.Say(ReleaseCards.Card(release, turn.Who.Id, known.Trust, null)));

    public static Decision Show(Release release, Turn turn, Known known, string? notice = null) =>
        Decision.Show(ReleaseCards.Card(release, turn.Who.Id, known.Trust, DeliveryOf(turn, release), notice));

    public static string? DeliveryOf(Turn turn, Release release) =>
        turn.Arrival is Arrival.Pressed pressed && pressed.Data.Text(Fields.Delivery) is { Length: > 0 and <= 200 } key && key.StartsWith($"{release.Reference}/", StringComparison.Ordinal) ? key : null;

    public static Needs Needs(Arrival.Pressed pressed) => new()
    {
        Release = CaseReference.TryParse(pressed.Data.Text(Fields.Ref), out var reference) && reference.Kind == CaseReference.Release ? reference : null,
    };
}
