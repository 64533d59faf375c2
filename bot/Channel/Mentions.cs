using System.Net;
using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Channel;

/// <summary>A mention as the wire has it. <c>Text</c> stands verbatim in the message.</summary>
internal sealed record MentionEntity
{
    public string? Type { get; init; }
    public string? Text { get; init; }

    [JsonConverter(typeof(Tolerant<ChannelAccount>))]
    public ChannelAccount? Mentioned { get; init; }
}

/// <summary>Who is mentioned in a message, and how we mention someone.</summary>
internal static class Mentions
{
    /// <summary>What the person wrote: our own mention taken out, other people's turned into their names, HTML entities decoded (ACT-02).</summary>
    public static string PlainText(Activity message)
    {
        if (message.Text is not { Length: > 0 } text)
            return "";

        foreach (var (tag, account) in In(message))
        {
            if (text.Length > LongestText)
                break;
            var name = account.Id == message.Recipient?.Id ? "" : account.Name ?? "";
            text = text.Replace(tag, name.Length <= tag.Length + LongestName ? name : "", StringComparison.OrdinalIgnoreCase);
        }

        return WebUtility.HtmlDecode(text).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>Whether the message speaks to the bot itself; in channels and group chats Teams delivers only such messages.</summary>
    public static bool IncludeBot(Activity message) => In(message).Any(mention => mention.Account.Id == message.Recipient?.Id);

    /// <summary>How to mention someone: put <c>Text</c> into the message and <c>Entity</c> into its entities, else Teams shows plain words (ACT-09).</summary>
    /// <param name="id">A <c>29:</c> id, an Entra object id or a user principal name.</param>
    /// <param name="name">The name to show; it may hold anything, also markup.</param>
    public static (string Text, JsonElement Entity) To(string id, string name)
    {
        var text = $"<at>{SecurityElement.Escape(name)}</at>";
        var entity = new MentionEntity { Type = "mention", Text = text, Mentioned = new() { Id = id, Name = name } };
        return (text, JsonSerializer.SerializeToElement(entity, ActivityJson.Default.MentionEntity));
    }

    // Each mention costs a pass over the text; nobody mentions fifty people, so a forged list cannot buy more work than that.
    private const int MostMentions = 50;
    private const int LongestName = 100; // beyond its tag, which holds it as it is shown
    private const int LongestText = 128 * 1024;

    private static IEnumerable<(string Tag, ChannelAccount Account)> In(Activity message)
    {
        foreach (var entity in (message.Entities ?? []).Take(MostMentions))
        {
            if (entity.Text("type") != "mention" || Read(entity) is not { Mentioned: { Id.Length: > 0 } account } mention)
                continue;
            if (mention.Text is { Length: > 0 } || account.Name is { Length: > 0 })
                yield return (mention.Text is { Length: > 0 } tag ? tag : $"<at>{account.Name}</at>", account);
        }
    }

    // Teams is not the only one who can write an entity; one that cannot be read mentions nobody.
    private static MentionEntity? Read(JsonElement entity)
    {
        try
        {
            return entity.Deserialize(ActivityJson.Default.MentionEntity);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
