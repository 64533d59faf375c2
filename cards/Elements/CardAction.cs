using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleAction), "Action.ToggleVisibility")]
public abstract record CardAction;

/// <summary>
/// A press that the bot answers with the next card. The verb is in the data too, so that an old client, which draws the
/// fallback and sends a plain message with the data, is understood all the same.
/// </summary>
public sealed record ExecuteAction(string? Title, [property: JsonConverter(typeof(CardDataWriter))] CardData Data) : CardAction
{
    public string Verb => Data.Verb;

    public ActionStyle? Style { get; init; }

    /// <summary><see cref="Elements.AssociatedInputs.None"/> leaves behind what stands in the inputs.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>A refresh has no title and nothing to press, so nothing to fall back to.</summary>
    public CardAction? Fallback => Title is null ? null : new SubmitAction(Title, Data) { AssociatedInputs = AssociatedInputs };
}

public sealed record SubmitAction(string Title, [property: JsonConverter(typeof(CardDataWriter))] CardData Data) : CardAction
{
    public AssociatedInputs? AssociatedInputs { get; init; }
}

public sealed record OpenUrlAction(string Title, string Url) : CardAction;

/// <summary>Shows what is folded away, and folds it away again. The bot hears nothing of it.</summary>
/// <param name="TargetElements">The ids of what is shown.</param>
public sealed record ToggleAction(string Title, ImmutableArray<string> TargetElements) : CardAction;
