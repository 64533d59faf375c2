using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

// No input is marked as required: a client would then hold back every button of the card, Back among them, until it is filled.
// What is missing is said beside the field by the bot instead.

public sealed record TextInput(string Id, string Label) : CardElement
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public bool? IsMultiline { get; init; }

    /// <summary>The most characters that a client lets people type; the server must check it too.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>A day.</summary>
/// <param name="Value">As <c>2026-11-15</c>.</param>
public sealed record DateInput(string Id, string Label, string? Value) : CardElement;

/// <summary>A time of day.</summary>
/// <param name="Value">As <c>09:00</c>.</param>
public sealed record TimeInput(string Id, string Label, string? Value) : CardElement;

/// <summary>One or several choices. Several arrive, and are preselected, as values with commas between.</summary>
public sealed record ChoiceInput(string Id, string Label, ImmutableArray<Choice> Choices) : CardElement
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public bool? IsMultiSelect { get; init; }
    public ChoiceStyle? Style { get; init; }

    /// <summary>What a client says beside a field that finds choices, when what was typed is none of them.</summary>
    public string? ErrorMessage { get; init; }
    public bool Wrap { get; } = true;

    /// <summary>Set to <see cref="ChoiceQuery.People"/>, the choice is a people picker.</summary>
    [JsonPropertyName("choices.data")]
    public ChoiceQuery? ChoicesData { get; init; }
}

public sealed record Choice(string Title, string Value);

/// <summary>Where a client looks up choices while somebody types.</summary>
public sealed record ChoiceQuery(string Dataset)
{
    /// <summary>The organisation's people: Teams searches and answers with Entra object ids, without asking the bot.</summary>
    public static readonly ChoiceQuery People = new("graph.microsoft.com/users");

    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Data.Query";
}
