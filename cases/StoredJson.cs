using System.Text.Json.Serialization;
using PolicyBot.Cases.Accounts;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.Conversations;
using PolicyBot.Cases.Handovers;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Opinions;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Releases;

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
[JsonSerializable(typeof(ChangedData))]
[JsonSerializable(typeof(NothingMore))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionPassed))]
[JsonSerializable(typeof(QuestionWithdrawn))]
[JsonSerializable(typeof(PersonsAnswer))]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(EvidenceData))]
[JsonSerializable(typeof(LegalHold))]
[JsonSerializable(typeof(HoldLifted))]
[JsonSerializable(typeof(BreachDecision))]
[JsonSerializable(typeof(HandOver))]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(Involvement))]
[JsonSerializable(typeof(InvolvedReply))]
[JsonSerializable(typeof(ExternalReferral))]
[JsonSerializable(typeof(ReporterQuestion))]
[JsonSerializable(typeof(ReporterAnswer))]
[JsonSerializable(typeof(CaseNote))]
[JsonSerializable(typeof(CommentStep))]
[JsonSerializable(typeof(Reopening))]
[JsonSerializable(typeof(Reminder))]
[JsonSerializable(typeof(SecondOpinion))]
[JsonSerializable(typeof(OpinionAsked))]
[JsonSerializable(typeof(OpinionSentAgain))]
[JsonSerializable(typeof(OpinionReworded))]
[JsonSerializable(typeof(OpinionHandedOn))]
[JsonSerializable(typeof(OpinionEnded))]
[JsonSerializable(typeof(ReadersWord))]
[JsonSerializable(typeof(PostedLink))]
[JsonSerializable(typeof(OpinionPicture))]
[JsonSerializable(typeof(Release))]
[JsonSerializable(typeof(Approval))]
[JsonSerializable(typeof(ReleaseAsked))]
[JsonSerializable(typeof(ReleaseStep))]
[JsonSerializable(typeof(AccountVaulted))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(AccountAdded))]
[JsonSerializable(typeof(AccountChanged))]
[JsonSerializable(typeof(AccountHandedTo))]
[JsonSerializable(typeof(AccountMarked))]
[JsonSerializable(typeof(AccountLeavers))]
[JsonSerializable(typeof(AccountReview))]
[JsonSerializable(typeof(AccountDoubt))]
[JsonSerializable(typeof(OpenCheckIn))]
[JsonSerializable(typeof(CheckInAnswer))]
[JsonSerializable(typeof(ReceivedComment))]
[JsonSerializable(typeof(CommentLogged))]
[JsonSerializable(typeof(RecordedReply))]
[JsonSerializable(typeof(CommentRemoval))]
[JsonSerializable(typeof(CommentHolding))]
[JsonSerializable(typeof(CommentStepTaken))]
[JsonSerializable(typeof(CommentTakenOut))]
[JsonSerializable(typeof(CommentReminder))]
[JsonSerializable(typeof(Handover), TypeInfoPropertyName = "AccountHandover")]
[JsonSerializable(typeof(HandoverAsked))]
[JsonSerializable(typeof(HandoverNamed))]
[JsonSerializable(typeof(HandoverDecided))]
[JsonSerializable(typeof(HandoverChanged))]
[JsonSerializable(typeof(HandoverStepped))]
[JsonSerializable(typeof(HandoverReturned))]
[JsonSerializable(typeof(HandoverConfirmed))]
[JsonSerializable(typeof(HandoverEnded))]
[JsonSerializable(typeof(HandoverRemindedOf))]
internal sealed partial class StoredJson : JsonSerializerContext;
