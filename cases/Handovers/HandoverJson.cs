using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Handovers;

/// <summary>What the first trail entry of a handover says.</summary>
internal sealed record HandoverAsked(string Academy, PersonRef Asker, string DraftId, HandoverWish Wish, HandedAccount Account);

internal sealed record HandoverNamed(HandedAccount Account, PersonRef? Leaver);

internal sealed record HandoverDecided(HandoverDecision Decision, HandoverWish Wish, ImmutableArray<string> Steps);

internal sealed record HandoverChanged(HandoverWish Before, HandoverWish After);

internal sealed record HandoverStepped(string Step, StepResult Result);

internal sealed record HandoverReturned(string Step, PersonRef By, string Because);

internal sealed record HandoverConfirmed(ImmutableArray<EndState> States, PersonRef By, string Note);

internal sealed record HandoverEnded(PersonRef By, string? Because);

internal sealed record HandoverRemindedOf(HandoverReminder Reminder);

/// <summary>The stored form of a handover's trail entries.</summary>
internal static class HandoverJson
{
    public static string Write(HandoverAsked data) => Write(data, StoredJson.Default.HandoverAsked);

    public static string Write(HandoverNamed data) => Write(data, StoredJson.Default.HandoverNamed);

    public static string Write(HandoverDecided data) => Write(data, StoredJson.Default.HandoverDecided);

    public static string Write(HandoverChanged data) => Write(data, StoredJson.Default.HandoverChanged);

    public static string Write(HandoverStepped data) => Write(data, StoredJson.Default.HandoverStepped);

    public static string Write(HandoverReturned data) => Write(data, StoredJson.Default.HandoverReturned);

    public static string Write(HandoverConfirmed data) => Write(data, StoredJson.Default.HandoverConfirmed);

    public static string Write(HandoverEnded data) => Write(data, StoredJson.Default.HandoverEnded);

    public static string Write(HandoverRemindedOf data) => Write(data, StoredJson.Default.HandoverRemindedOf);

    private static string Write<TData>(TData data, JsonTypeInfo<TData> shape) => JsonSerializer.Serialize(data, shape);
}
