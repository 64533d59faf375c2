using PolicyBot.Cards.Elements;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.People;

namespace PolicyBot.Cards.Handovers;

/// <summary>Handovers in a list, those that wait for this person first.</summary>
public static class HandoverList
{
    private const int Shown = 8;
    private const int MostOpened = 3;

    /// <summary>The handovers that somebody is part of, those that wait for them first.</summary>
    /// <param name="handovers">Those that this person may see.</param>
    public static Message Of(ImmutableArray<Handover> handovers, string personId, Trust trust) => new(
        null,
        new AdaptiveCard(
            [
                Lines.Heading("Handovers of accounts"),
                .. handovers.IsEmpty ? (ImmutableArray<CardElement>)[Lines.Plain("There is none that you are part of.")] : Rows(handovers, personId, trust),
                .. Lines.Buttons([.. Ordered(handovers, personId, trust).Take(MostOpened).Select(handover => new ExecuteAction($"Open {handover.Reference}", HandoverCards.Data(Verbs.HandoverShow, handover, null))), Press.Handover]),
            ],
            "The handovers that you are part of."),
        "Handovers of accounts");

    /// <summary>The same below somebody's reports; nothing when there are none.</summary>
    internal static ImmutableArray<CardElement> Below(ImmutableArray<Handover> handovers, string personId, Trust trust) =>
        handovers.IsEmpty ? [] : [Lines.Subheading("Handovers of accounts"), .. Rows(handovers, personId, trust), Lines.Quiet("Type *handovers* to open one of them.")];

    private static ImmutableArray<CardElement> Rows(ImmutableArray<Handover> handovers, string personId, Trust trust) =>
    [
        .. Ordered(handovers, personId, trust).Take(Shown).Select(handover => Row(handover, personId, trust)),
        .. handovers.Length > Shown ? (ImmutableArray<CardElement>)[Lines.Quiet($"And {handovers.Length - Shown} more.")] : [],
    ];

    private static ImmutableArray<Handover> Ordered(ImmutableArray<Handover> handovers, string personId, Trust trust) =>
    [
        .. handovers.OrderByDescending(handover => handover.IsOpen).ThenByDescending(handover => HandoverPeople.Has(HandoverPeople.Turn(handover, trust), personId))
            .ThenBy(handover => handover.IsOpen ? handover.Wish.LastDay : DateOnly.MaxValue).ThenByDescending(handover => handover.AskedAt),
    ];

    private static Container Row(Handover handover, string personId, Trust trust) => new(
        [
            new TextBlock($"{handover.Reference}: {HandoverCards.State(handover, personId, trust)}") { Weight = TextWeight.Bolder },
            Lines.Plain(UserText.Escape(HandoverLines.Account(handover.Account))) with { Spacing = Spacing.Small },
            Lines.Quiet(handover.IsOpen ? $"Last day: {HandoverLines.Day(handover.Wish.LastDay)}." : $"Ended on {When.FullDay(handover.EndedAt!.Value, trust)}."),
        ])
    { Separator = true, Spacing = Spacing.Medium };
}
