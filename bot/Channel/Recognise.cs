using System.Text.Json;

namespace PolicyBot.Bot.Channel;

/// <summary>What an activity is about, told from the fields that Teams really fills (ACT-05, ACT-07).</summary>
internal static class Recognise
{
    /// <summary>The bot itself came into a conversation or a team.</summary>
    public static bool BotAdded(Activity activity) => Holds(activity.MembersAdded, activity.Recipient?.Id);

    /// <summary>The bot itself was taken out.</summary>
    public static bool BotRemoved(Activity activity) => Holds(activity.MembersRemoved, activity.Recipient?.Id);

    /// <summary>The app was installed for the first time; an upgrade is not an install and is not greeted again.</summary>
    public static bool Installed(Activity activity) => IsInstallation(activity, "add");

    /// <summary>The app was removed: the conversation must not be written to any more.</summary>
    public static bool Uninstalled(Activity activity) => IsInstallation(activity, "remove");

    /// <summary>A team event such as <c>channelDeleted</c>; Teams is not consistent in its capitals.</summary>
    public static bool TeamEvent(Activity activity, string eventType) =>
        string.Equals(activity.ChannelData?.EventType, eventType, StringComparison.OrdinalIgnoreCase);

    /// <summary>A card was submitted as a message: data and no invoke.</summary>
    public static bool CardSubmit(Activity activity) =>
        activity is { Type: ActivityTypes.Message, Value.ValueKind: JsonValueKind.Object };

    /// <summary>The files and pictures that a person attached. Rich text arrives a second time as a text/html attachment, which is no file.</summary>
    public static IEnumerable<Attachment> Files(Activity activity) =>
        (activity.Attachments ?? []).Where(attachment =>
            attachment.ContentType is { } type
            && !type.StartsWith(ContentTypes.Html, StringComparison.OrdinalIgnoreCase)
            && (type == ContentTypes.FileDownload || attachment.ContentUrl is { Length: > 0 }));

    private static bool Holds(IReadOnlyList<ChannelAccount>? members, string? id) =>
        id is not null && members is not null && members.Any(member => member.Id == id);

    private static bool IsInstallation(Activity activity, string action) =>
        activity.Type == ActivityTypes.InstallationUpdate && string.Equals(activity.Action, action, StringComparison.OrdinalIgnoreCase);
}
