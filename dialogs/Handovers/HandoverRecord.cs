using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Cases.Handovers;

namespace PolicyBot.Dialogs.Handovers;

/// <summary>
/// A handover as the Trust's own record keeps it: which account, who decided, who did and who confirmed each thing. Not what people wrote: that list has other readers than
/// the case.
/// </summary>
internal sealed record HandoverRecord(
    string Reference, string Academy, string? Account, string Platform, DateTimeOffset AskedAt, string Status, string Why, string Way, DateOnly LastDay, string? From, string? To, string? DecidedBy,
    ImmutableArray<HandoverRecordStep> Steps, ImmutableArray<HandoverRecordStep> Confirmed, DateTimeOffset? EndedAt, int Version, string TrailHash)
{
    public static string Write(Handover handover) => JsonSerializer.Serialize(
        new HandoverRecord(
            handover.Reference.ToString(), handover.Academy, handover.Account.Reference?.ToString(), handover.Account.Platform, handover.AskedAt, handover.Status.ToString(), handover.Wish.Why.ToString(),
            handover.Wish.Way.ToString(), handover.Wish.LastDay, handover.Wish.Leaver?.Id, handover.Wish.To?.Id, handover.Decision?.By.Id,
            [.. handover.Steps.Where(step => step.IsSettled).Select(step => new HandoverRecordStep(step.Id, step.Result!.By.Id, step.Result.At, step.Result.Applies))],
            [.. handover.Confirmations.Select(confirmed => new HandoverRecordStep(confirmed.State.ToString(), confirmed.By.Id, confirmed.At, Applies: true))],
            handover.EndedAt, handover.Version, handover.Trail.Hash),
        HandoverRecordJson.Default.HandoverRecord);
}

internal sealed record HandoverRecordStep(string Step, string By, DateTimeOffset At, bool Applies);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandoverRecord))]
internal sealed partial class HandoverRecordJson : JsonSerializerContext;
