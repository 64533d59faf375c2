using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Policy.Evaluating;

/// <summary>
/// One line of a question file: what a person typed (the last turn is judged, earlier ones are context) and what a
/// right answer quotes, says and offers. Any one of the gold quotes inside a quoted clause makes it right.
/// </summary>
internal sealed record QuestionLine(
    string Id,
    ImmutableArray<string> Turns,
    string Kind,
    ImmutableArray<string> GoldQuotes,
    string Verdict,
    string NextAction,
    ImmutableArray<string> MustNotQuote = default,
    string? Why = null)
{
    /// <summary>Reads the line with this number, counted from 1.</summary>
    /// <exception cref="FormatException">The line is not a question; the message says which line and why.</exception>
    public static QuestionLine Parse(string line, int number)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize(line, EvaluationJson.Default.QuestionLine);
            return parsed is { Turns.IsDefaultOrEmpty: false, GoldQuotes.IsDefault: false }
                ? parsed
                : throw new FormatException($"Line {number} is not a question: it needs turns and gold_quotes.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {number} is not a question: {fault.Message}", fault);
        }
    }
}

/// <summary>What the answerer did with a question, in the words of the question files.</summary>
internal sealed record AnswerLine(string Id, ImmutableArray<string> Quotes, string Verdict, string NextAction, string Kind);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(QuestionLine))]
[JsonSerializable(typeof(AnswerLine))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
