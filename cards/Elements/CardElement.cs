using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

/// <summary>What a card's body is made of. The type name is written first: some clients read it before anything else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
public abstract record CardElement
{
    /// <summary>Draws a line above.</summary>
    public bool? Separator { get; init; }

    public Spacing? Spacing { get; init; }
}

/// <summary>Text in Teams' markdown subset: whatever a person typed goes through <see cref="UserText.Escape"/> first.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public TextStyle? Style { get; init; }
    public TextSize? Size { get; init; }
    public TextWeight? Weight { get; init; }
    public bool? IsSubtle { get; init; }

    /// <summary>Always: a phone is 320 points wide, and a sentence cut short helps nobody.</summary>
    public bool Wrap { get; } = true;
}

public sealed record FactSet(ImmutableArray<Fact> Facts) : CardElement;

public sealed record Fact(string Title, string Value);

public sealed record Container(ImmutableArray<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }

    /// <summary>Names it for a <see cref="ToggleAction"/>.</summary>
    public string? Id { get; init; }

    /// <summary>False where it is folded away at first.</summary>
    public bool? IsVisible { get; init; }
}

/// <summary>Buttons. They stand in the body, never at the card's foot, because only here may a button have a fallback for old clients.</summary>
public sealed record ActionSet(ImmutableArray<CardAction> Actions) : CardElement;
