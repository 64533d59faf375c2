using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Turn;

/// <summary>A line for an activity feed as it waits in the outbox.</summary>
/// <param name="Shows">The card that it leads to.</param>
internal sealed record FeedLine(string Reference, FeedKind Kind, string Shows);

internal static class FeedJson
{
    public static string Write(Send.Notification nudge) => JsonSerializer.Serialize(new FeedLine(nudge.Reference.ToString(), nudge.Kind, nudge.Shows), FeedLineJson.Default.FeedLine);

    public static FeedLine Read(ReadOnlySpan<byte> payload) => JsonSerializer.Deserialize(payload, FeedLineJson.Default.FeedLine)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FeedLine))]
internal sealed partial class FeedLineJson : JsonSerializerContext;
