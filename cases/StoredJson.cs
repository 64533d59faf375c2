using System.Text.Json.Serialization;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Questions;

namespace PolicyBot.Cases;

/// <summary>How records are written into the database: camel case, enums by name, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(ReportedData))]
[JsonSerializable(typeof(Acknowledgement))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionPassed))]
[JsonSerializable(typeof(QuestionWithdrawn))]
[JsonSerializable(typeof(PersonsAnswer))]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(Reminder))]
internal sealed partial class StoredJson : JsonSerializerContext;
