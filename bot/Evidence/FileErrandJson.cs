using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Dialogs;

namespace PolicyBot.Bot.Evidence;

/// <summary>The stored form of what is to be done with a file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileErrand))]
internal sealed partial class FileErrandJson : JsonSerializerContext
{
    public static string Write(FileErrand errand) => JsonSerializer.Serialize(errand, Default.FileErrand);

    public static FileErrand Read(ReadOnlySpan<byte> payload) => JsonSerializer.Deserialize(payload, Default.FileErrand) ?? throw new JsonException("The stored errand is empty.");
}
