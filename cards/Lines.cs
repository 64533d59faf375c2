using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards;

/// <summary>The few ways in which our cards say a line, so that all of them look alike.</summary>
internal static class Lines
{
    public static TextBlock Heading(string text) =>
        new(text) { Style = TextStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder };

    public static TextBlock Subheading(string text) =>
        new(text) { Style = TextStyle.Heading, Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    /// <summary>The answer in a sentence or two: a heading of that length would fill a phone.</summary>
    public static TextBlock Answer(string text) => new(text) { Weight = TextWeight.Bolder };

    public static TextBlock Plain(string text) => new(text);

    public static TextBlock Quiet(string text) => new(text) { IsSubtle = true, Spacing = Spacing.Small };

    /// <summary>What must not be missed. The words carry it; the colour only helps.</summary>
    public static Container Urgent(params ImmutableArray<CardElement> items) => new(items) { Style = ContainerStyle.Attention };

    /// <summary>What is wrong with the field above it, or nothing.</summary>
    public static ImmutableArray<CardElement> Problem(string? sentence) => sentence is null
        ? []
        : [new Container([new TextBlock(UserText.Escape(sentence)) { Weight = TextWeight.Bolder }])
            { Style = ContainerStyle.Attention, Spacing = Spacing.Small }];

    /// <summary>Words as a person typed them, under a heading; nothing when there are none.</summary>
    public static ImmutableArray<CardElement> Typed(string heading, string? text, int length) => string.IsNullOrWhiteSpace(text)
        ? []
        : [Subheading(heading), Plain(UserText.Escape(UserText.Shorten(text, length))) with { Spacing = Spacing.Small }];

    /// <summary>A typed value with its name before it. Not a fact: those stand in a table, which one long link pushes off a phone.</summary>
    public static TextBlock Named(string name, string? text, int length) =>
        new($"**{name}:** {(string.IsNullOrWhiteSpace(text) ? "not said" : UserText.Escape(UserText.Shorten(text, length)))}") { Spacing = Spacing.Small };

    /// <summary>Buttons in as many rows as a phone needs: clients cut off what does not fit, and the last button is often Cancel.</summary>
    public static ImmutableArray<CardElement> Buttons(params ImmutableArray<CardAction> actions)
    {
        var rows = ImmutableArray.CreateBuilder<CardElement>();
        while (!actions.IsEmpty)
        {
            var (fitting, width) = (1, Width(actions[0]));
            while (fitting < actions.Length && (width += Width(actions[fitting])) <= PhoneWidth)
                fitting++;
            rows.Add(new ActionSet(actions[..fitting]) { Spacing = rows.Count == 0 ? Spacing.Medium : Spacing.Small });
            actions = actions[fitting..];
        }
        return rows.ToImmutable();
    }

    /// <summary>What is left between the margins of a card on a phone that is 320 points wide.</summary>
    private const int PhoneWidth = 288;

    /// <summary>About 8 points a letter, and 40 for a button's own margins.</summary>
    private static int Width(CardAction action) => 40 + 8 * (action switch
    {
        ExecuteAction { Title: { } title } => title.Length,
        OpenUrlAction open => open.Title.Length,
        ToggleAction toggle => toggle.Title.Length,
        _ => 0,
    });
}
