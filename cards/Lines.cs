using PolicyBot.Cards.Elements;

namespace PolicyBot.Cards;

/// <summary>The few ways in which our cards say a line, so that all of them look alike.</summary>
internal static class Lines
{
    public static TextBlock Heading(string text) =>
        new(text) { Style = TextStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder };

    public static TextBlock Subheading(string text) =>
        new(text) { Style = TextStyle.Heading, Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    public static TextBlock Plain(string text) => new(text);

    public static TextBlock Quiet(string text) => new(text) { IsSubtle = true, Spacing = Spacing.Small };

    /// <summary>What must not be missed. The words carry it; the colour only helps.</summary>
    public static Container Urgent(params ImmutableArray<CardElement> items) => new(items) { Style = ContainerStyle.Attention };

    /// <summary>What is wrong with the field above it, or nothing.</summary>
    public static ImmutableArray<CardElement> Problem(string? sentence) => sentence is null
        ? []
        : [new Container([new TextBlock(UserText.Escape(sentence)) { Color = TextColour.Attention, Weight = TextWeight.Bolder }])
            { Style = ContainerStyle.Attention, Spacing = Spacing.Small }];

    /// <summary>Words as a person typed them, under a heading; nothing when there are none.</summary>
    public static ImmutableArray<CardElement> Typed(string heading, string? text, int length) => string.IsNullOrWhiteSpace(text)
        ? []
        : [Subheading(heading), Plain(UserText.Escape(UserText.Shorten(text, length))) with { Spacing = Spacing.Small }];

    public static ActionSet Buttons(params ImmutableArray<CardAction> actions) => new(actions) { Spacing = Spacing.Medium };
}
