using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyBot.Bot.Channel;
using PolicyBot.Cards;
using PolicyBot.Cases.Conversations;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Turn;

/// <summary>What an activity means to us, in the words of the dialogs.</summary>
internal static class ActivityReader
{
    public const string CardAction = "adaptiveCard/action";
    public const string FileConsent = "fileConsent/invoke";
    public const string Dialog = "task/fetch";

    /// <summary>What arrived, or null when it is nothing that anybody here acts on.</summary>
    public static Arrival? Read(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message when Recognise.CardSubmit(activity) => Submitted(activity.Value!.Value),
        ActivityTypes.Message when KindOf(activity) is ConversationKind.Personal && SentFiles.Of(activity) is { IsEmpty: false } files =>
            new Arrival.Sent(files, Mentions.PlainText(activity)),
        ActivityTypes.Message when IsSpokenToUs(activity) => new Arrival.Said(Mentions.PlainText(activity)),
        ActivityTypes.Invoke when activity.Name == CardAction => Pressed(activity.Value),
        ActivityTypes.Invoke when activity.Name == Dialog => Opened(activity.Value),
        ActivityTypes.Invoke when activity.Name == FileConsent => SentFiles.Consented(activity.Value),
        ActivityTypes.ConversationUpdate when Recognise.BotAdded(activity) => Arrival.Added.Instance,
        ActivityTypes.ConversationUpdate when Recognise.BotRemoved(activity) => Arrival.Removed.Instance,
        ActivityTypes.InstallationUpdate when Recognise.Installed(activity) => Arrival.Added.Instance,
        ActivityTypes.InstallationUpdate when Recognise.Uninstalled(activity) => Arrival.Removed.Instance,
        _ => null,
    };

    /// <summary>
    /// What makes a second delivery of an activity known in its conversation. The sender is part of it: whoever gets hold of the id of somebody else's
    /// press is neither given the answer to it nor able to use the id up before them.
    /// The id comes first: ids go up with time, so what is stored together lies together.
    /// </summary>
    public static string KnownAs(Activity activity) => $"{activity.Id} {activity.From!.AadObjectId ?? activity.From.Id}";

    /// <summary>Names a turn for good: the same activity delivered again has the same id.</summary>
    /// <param name="conversationId">Where it was said.</param>
    /// <param name="knownAs">As <see cref="KnownAs"/> names the activity.</param>
    public static string TurnId(string conversationId, string knownAs)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{conversationId}\n{knownAs}"), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    public static ConversationKind KindOf(Activity activity) => activity.Conversation?.ConversationType switch
    {
        ConversationTypes.Personal => ConversationKind.Personal,
        ConversationTypes.Channel => ConversationKind.Channel,
        _ => ConversationKind.Group,
    };

    /// <summary>Whether what this activity is answered stands in the place of the card.</summary>
    public static bool ShowsItsAnswer(Activity activity) => activity.Type == ActivityTypes.Invoke && activity.Name != FileConsent;

    // With some permissions a bot hears everything that is said in a team. What is not said to it is none of its business.
    private static bool IsSpokenToUs(Activity activity) => KindOf(activity) is ConversationKind.Personal || Mentions.IncludeBot(activity);

    private static Arrival.Pressed Submitted(JsonElement value) => new(VerbOf(value), new PressedData(value), Automatic: false) { AsMessage = true };

    // value: { "action": { "type": "Action.Execute", "verb": "…", "data": {…} }, "trigger": "manual" | "automatic" }
    private static Arrival.Pressed? Pressed(JsonElement? value)
    {
        var body = new PressedData(value ?? default);
        if (body.Inner("action") is not { Json.ValueKind: JsonValueKind.Object } action)
            return null;
        var data = action.Inner("data");
        var verb = action.Text("verb");
        return new Arrival.Pressed(verb.Length > 0 ? verb : data.Text(Fields.Verb), data, body.Text("trigger") == "automatic");
    }

    // value: { "data": {…}, "context": {…} }
    private static Arrival.Pressed Opened(JsonElement? value)
    {
        var data = new PressedData(value ?? default).Inner("data");
        return new Arrival.Pressed(data.Text(Fields.Verb), data, Automatic: false) { ForDialog = true };
    }

    private static string VerbOf(JsonElement data) => new PressedData(data).Text(Fields.Verb);
}
