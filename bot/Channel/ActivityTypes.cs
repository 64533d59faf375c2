namespace PolicyBot.Bot.Channel;

/// <summary>The activity types that we act on; they compare exactly, and any other type is ignored.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
}

/// <summary>The kinds of conversation that we tell apart; any other is a group chat.</summary>
internal static class ConversationTypes
{
    public const string Personal = "personal";
    public const string Channel = "channel";
}

/// <summary>Attachment content types that mean something to us.</summary>
internal static class ContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string FileDownload = "application/vnd.microsoft.teams.file.download.info";
    public const string FileConsent = "application/vnd.microsoft.teams.card.file.consent";
    public const string FileInfo = "application/vnd.microsoft.teams.card.file.info";
    public const string Html = "text/html";
}
