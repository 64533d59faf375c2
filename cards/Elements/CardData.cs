using System.Text.Json.Serialization;

namespace PolicyBot.Cards.Elements;

/// <summary>
/// What a button carries back besides the inputs. It says which thing is meant, never what somebody may do: the server looks
/// the thing up and asks whether this person may (statement INV-11).
/// </summary>
/// <param name="Verb">One of <see cref="Verbs"/>.</param>
public sealed record CardData([property: JsonPropertyName(Fields.Verb)] string Verb)
{
    [JsonPropertyName(Fields.Draft)]
    public string? Draft { get; init; }

    [JsonPropertyName(Fields.Step)]
    public string? Step { get; init; }

    [JsonPropertyName(Fields.Danger)]
    public string? Danger { get; init; }

    [JsonPropertyName(Fields.Ref)]
    public string? Ref { get; init; }

    [JsonPropertyName(Fields.Delivery)]
    public string? Delivery { get; init; }

    [JsonPropertyName(Fields.Question)]
    public string? Question { get; init; }

    [JsonPropertyName(Fields.Seen)]
    public int? Seen { get; init; }

    [JsonPropertyName(Fields.Document)]
    public string? Document { get; init; }

    [JsonPropertyName(Fields.Section)]
    public string? Section { get; init; }

    [JsonPropertyName(Fields.Asks)]
    public string? Asks { get; init; }

    [JsonPropertyName(Fields.Edition)]
    public string? Edition { get; init; }

    [JsonPropertyName(Fields.Offer)]
    public string? Offer { get; init; }

    [JsonPropertyName(Fields.Filter)]
    public string? Filter { get; init; }

    [JsonPropertyName(Fields.Page)]
    public int? Page { get; init; }

    [JsonPropertyName(Fields.Answered)]
    public string? Answered { get; init; }

    [JsonPropertyName(Fields.Seal)]
    public string? Seal { get; init; }

    [JsonPropertyName(Fields.Number)]
    public int? Number { get; init; }

    [JsonPropertyName(Fields.Case)]
    public string? Case { get; init; }

    [JsonPropertyName(Fields.Handover)]
    public string? Handover { get; init; }

    /// <summary>What Teams itself does with the press; null when it goes to the bot as it is.</summary>
    [JsonPropertyName("msteams")]
    public TeamsPress? Teams { get; init; }
}

/// <summary>A press that Teams turns into something else than a message: <c>task/fetch</c> asks the bot for a dialog.</summary>
public sealed record TeamsPress([property: JsonPropertyName("type")] string Type)
{
    public static readonly TeamsPress Dialog = new("task/fetch");
}
