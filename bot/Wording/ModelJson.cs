using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Dialogs.Wording;
using PolicyBot.Policy;

namespace PolicyBot.Bot.Wording;

/// <summary>What is sent to the model and what it must answer, as JSON.</summary>
internal static class ModelJson
{
    // An API body is never pasted into HTML, and every escaped quotation mark would be paid for.
    private static readonly ModelJsonShapes Wire = new(new JsonSerializerOptions(ModelJsonShapes.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The schema that the service holds the model to. It knows no lengths; those are checked where the answer is judged.</summary>
    public const string Schema =
        """
        {
          "type": "object",
          "properties": {
            "clauses": { "type": "array", "items": { "type": "string" } },
            "verdict": { "type": "string", "enum": ["yes", "no", "conditional", "none"] },
            "says": { "type": "string" },
            "settles": { "type": "boolean" }
          },
          "required": ["clauses", "verdict", "says", "settles"],
          "additionalProperties": false
        }
        """;

    public static string Write(ToWord answer) => JsonSerializer.Serialize(answer, Wire.ToWord);

    /// <summary>The model's words, or null when they are not exactly what the schema asks for.</summary>
    public static ModelWords? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Wire.ModelWords) is { Clauses.IsDefault: false } words ? words : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException) // the second is half an emoji: valid JSON, and no text
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(VerdictNames)])]
[JsonSerializable(typeof(ToWord))]
[JsonSerializable(typeof(ModelWords))]
internal sealed partial class ModelJsonShapes : JsonSerializerContext;

internal sealed class VerdictNames() : JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
