using System.Text.Json;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Driver;

/// <summary>What Teams shows one person of one conversation: what was posted, and in place of a card what their own press brought.</summary>
internal sealed class Screen(FakeConnector teams, Place place)
{
    private readonly Dictionary<string, (CardFace Face, int Updates)> mine = new(StringComparer.Ordinal);

    /// <summary>The messages in it, oldest first.</summary>
    public IReadOnlyList<PostedMessage> Messages =>
        [.. teams.AllMessages.Where(message => !message.Deleted && IsHere(message.ConversationId)).OrderBy(message => long.Parse(message.ActivityId, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The answer to a press replaces the card for whoever pressed, until the bot updates it for everyone.</summary>
    public void Replace(PostedMessage message, CardFace face) => mine[message.ActivityId] = (face, message.Updates);

    public CardFace? FaceOf(PostedMessage message) =>
        mine.TryGetValue(message.ActivityId, out var own) && own.Updates == message.Updates ? own.Face : CardOf(message);

    /// <summary>The newest message with this button on it.</summary>
    public (PostedMessage Message, CardFace Face)? WithButton(string title, string? saying) =>
        Messages.Reverse().Select(message => (Message: message, Face: FaceOf(message)))
            .Where(shown => shown.Face?.Button(title) is not null && (saying is null || shown.Face.Text.Contains(saying, StringComparison.Ordinal)))
            .Select(shown => ((PostedMessage, CardFace)?)(shown.Message, shown.Face!)).FirstOrDefault();

    public static string WordsOf(PostedMessage message) => $"{message.Text}\n{CardOf(message)?.Text}";

    public static CardFace? CardOf(PostedMessage message) =>
        message.Activity.TryGetProperty("attachments", out var attachments) && attachments.ValueKind is JsonValueKind.Array && attachments.GetArrayLength() > 0
            ? new CardFace(attachments[0].GetProperty("content"))
            : null;

    private bool IsHere(string conversation) => conversation == place.Id || conversation.StartsWith($"{place.Id};messageid=", StringComparison.Ordinal);
}
