using System.Text;
using System.Text.Json;
using PolicyBot.Cards.Elements;

namespace PolicyBot.Bot.Turn;

/// <summary>What the channel is answered: an HTTP status, and for an invoke its bare body (INV-01).</summary>
internal readonly record struct TurnAnswer(int Status, string? Body = null)
{
    public static readonly TurnAnswer Accepted = new(StatusCodes.Status200OK);
    public static readonly TurnAnswer Malformed = new(StatusCodes.Status400BadRequest);
    public static readonly TurnAnswer NotImplemented = new(StatusCodes.Status501NotImplemented);

    /// <summary>Whether whoever pressed is shown a card, and so may see it.</summary>
    public bool IsCard { get; init; }

    /// <summary>Not stored yet: the channel delivers it again.</summary>
    public static readonly TurnAnswer TryAgain = new(StatusCodes.Status503ServiceUnavailable);

    /// <summary>The card that the person who pressed sees from now on.</summary>
    public static TurnAnswer Card(AdaptiveCard card) =>
        new(StatusCodes.Status200OK, $$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{CardJson.Write(card)}}}""") { IsCard = true };

    /// <summary>A sentence beside the card, which stays.</summary>
    public static TurnAnswer Sentence(string sentence) =>
        new(StatusCodes.Status200OK, $$"""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":{{Quoted(sentence)}}}""");

    /// <summary>An error that Teams shows under the card. The HTTP status stays 200 (INV-02).</summary>
    public static TurnAnswer Error(int statusCode, string code, string sentence) =>
        new(StatusCodes.Status200OK,
            $$$"""{"statusCode":{{{statusCode}}},"type":"application/vnd.microsoft.error","value":{"code":{{{Quoted(code)}}},"message":{{{Quoted(sentence)}}}}}""");

    /// <summary>A page of the bot's own, shown by Teams as a dialog (INV-06).</summary>
    public static TurnAnswer Dialog(Uri page) => new(
        StatusCodes.Status200OK, $$$$"""{"task":{"type":"continue","value":{"title":"PolicyBot","height":"medium","width":"medium","url":{{{{Quoted(page.AbsoluteUri)}}}}}}}""");

    /// <summary>A sentence in place of the dialog.</summary>
    public static TurnAnswer DialogSentence(string sentence) => new(StatusCodes.Status200OK, $$$"""{"task":{"type":"message","value":{{{Quoted(sentence)}}}}}""");

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    public byte[]? Utf8Body => Body is null ? null : Encoding.UTF8.GetBytes(Body);
}
