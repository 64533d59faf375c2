using System.Text.Json;
using PolicyBot.Cases.Conversations;

namespace PolicyBot.Cases.Storage;

/// <summary>The stored form of where the talk in a conversation stands.</summary>
internal static class ConversationCodec
{
    // Most conversations have nothing open; they need no serialiser.
    private const string Fresh = "{}";
    private const string Greeted = """{"greeted":true}""";
    private static readonly Utf8Text FreshText = Fresh;
    private static readonly Utf8Text GreetedText = Greeted;
    private static readonly ConversationState GreetedState = new() { Greeted = true };

    public static Utf8Text Write(ConversationState state) =>
        state == ConversationState.Fresh ? FreshText
        : state == GreetedState ? GreetedText
        : new Utf8Text(JsonSerializer.SerializeToUtf8Bytes(state, StoredJson.Default.ConversationState));

    public static ConversationState Read(string json) => json switch
    {
        Fresh => ConversationState.Fresh,
        Greeted => GreetedState,
        _ => JsonSerializer.Deserialize(json, StoredJson.Default.ConversationState) ?? ConversationState.Fresh,
    };
}
