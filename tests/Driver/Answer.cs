using System.Net;
using System.Text.Json;

namespace PolicyBot.Tests.Driver;

/// <summary>What the bot answered to one request of the channel.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body)
{
    public bool IsEmpty => Body.Length == 0;

    /// <summary>The card in an invoke's answer; null when it brought something else.</summary>
    public CardFace? Card => Type == "application/vnd.microsoft.card.adaptive" ? new CardFace(Value) : null;

    /// <summary>The sentence in an invoke's answer, an error's included.</summary>
    public string? Sentence => Type switch
    {
        "application/vnd.microsoft.activity.message" => Value.GetString(),
        "application/vnd.microsoft.error" => Value.GetProperty("message").GetString(),
        _ => null,
    };

    public string? Type => IsEmpty ? null : Json.GetProperty("type").GetString();

    public JsonElement Json => JsonElement.Parse(Body);

    private JsonElement Value => Json.GetProperty("value");
}
