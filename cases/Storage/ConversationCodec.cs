using System.Text.Json;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Cases.Storage;

/// <summary>A conversation's stored form.</summary>
internal static class ConversationCodec
{
    // Most conversations have nothing open; they need no serialiser.
    private const string Fresh = "{}";
    private const string Greeted = """{"greeted":true}""";
    private static readonly ConversationState GreetedState = new() { Greeted = true };

    public static string Write(ConversationState state) =>
        state == ConversationState.Fresh ? Fresh
        : state == GreetedState ? Greeted
        : JsonSerializer.Serialize(state, StoredJson.Default.ConversationState);

    public static ConversationState Read(string json) => json switch
    {
        Fresh => ConversationState.Fresh,
        Greeted => GreetedState,
        _ => JsonSerializer.Deserialize(json, StoredJson.Default.ConversationState) ?? ConversationState.Fresh,
    };

    public static string Name(ConversationKind kind) => kind switch
    {
        ConversationKind.Personal => nameof(ConversationKind.Personal),
        ConversationKind.Group => nameof(ConversationKind.Group),
        _ => nameof(ConversationKind.Channel),
    };

    public static ConversationKind Kind(string name) => Enum.Parse<ConversationKind>(name);
}
