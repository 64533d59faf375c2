using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Cases.People;

namespace PolicyBot.Cases.Accounts;

/// <summary>What the first trail entry of an account says.</summary>
internal sealed record AccountAdded(PersonRef By, string DraftId, AccountFacts Facts, PersonRef? Lead);

/// <summary>What changed, from what to what.</summary>
internal sealed record AccountChanged(ImmutableArray<AccountDifference> Changes);

internal sealed record AccountHandedTo(PersonRef? From, PersonRef To, string Because);

internal sealed record AccountMarked(AccountStatus From, AccountStatus To, string Because);

internal sealed record AccountLeavers(ImmutableArray<NoticedLeaver> Leavers);

internal sealed record AccountConfirmed(DateOnly NextReview);

/// <summary>The stored form of an account's trail entries.</summary>
internal static class AccountJson
{
    public static string Write(AccountAdded data) => Write(data, StoredJson.Default.AccountAdded);

    public static string Write(AccountChanged data) => Write(data, StoredJson.Default.AccountChanged);

    public static string Write(AccountHandedTo data) => Write(data, StoredJson.Default.AccountHandedTo);

    public static string Write(AccountMarked data) => Write(data, StoredJson.Default.AccountMarked);

    public static string Write(AccountLeavers data) => Write(data, StoredJson.Default.AccountLeavers);

    public static string Write(AccountConfirmed data) => Write(data, StoredJson.Default.AccountConfirmed);

    public static string Write(AccountDoubt data) => Write(data, StoredJson.Default.AccountDoubt);

    public static string Write(OpenCheckIn data) => Write(data, StoredJson.Default.OpenCheckIn);

    public static string Write(CheckInAnswer data) => Write(data, StoredJson.Default.CheckInAnswer);

    private static string Write<TData>(TData data, JsonTypeInfo<TData> shape) => JsonSerializer.Serialize(data, shape);
}
