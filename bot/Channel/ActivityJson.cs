using System.Text.Json.Serialization;

namespace PolicyBot.Bot.Channel;

/// <summary>Reads and writes activities without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TolerantString), typeof(TolerantBool), typeof(TolerantTime)])]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(ConversationAccount))]
[JsonSerializable(typeof(ChannelData))]
[JsonSerializable(typeof(Named))]
[JsonSerializable(typeof(InstallSettings))]
[JsonSerializable(typeof(Attachment))]
[JsonSerializable(typeof(MentionEntity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(CreateConversation))]
[JsonSerializable(typeof(ConnectorAnswer))]
[JsonSerializable(typeof(MemberPage))]
[JsonSerializable(typeof(ChannelMember))]
[JsonSerializable(typeof(FileInfoContent))]
internal sealed partial class ActivityJson : JsonSerializerContext;
