using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Bot.People;

// trust.json as it is written. Unknown keys are refused: a misspelt role would otherwise silently have nobody in it. The generated reader
// sets a list that is not in the file to null, whatever stands behind its property.

internal sealed class TrustJson
{
    public required string Name { get; init; }
    public required string TimeZone { get; init; }
    public IReadOnlyList<PersonJson> People { get; init => field = value ?? []; } = [];
    public required RolesJson Roles { get; init; }
    public required IReadOnlyList<AcademyJson> Academies { get; init; }
    public TimeOnly? ClosingHour { get; init; }
    public RetentionJson? Retention { get; init; }
    public ChasingJson? Chasing { get; init; }
    public IReadOnlyDictionary<string, string> Terms { get; init => field = value ?? Nothing; } = Nothing;

    private static readonly Dictionary<string, string> Nothing = [];
    public ContactsJson? Contacts { get; init; }
    public OpinionsJson? Opinions { get; init; }
    public AccountsJson? Accounts { get; init; }
    public CommentsJson? Comments { get; init; }
}

internal sealed class CommentsJson
{
    /// <summary>Absent or <c>literal</c>: as the policy says. <c>bankHolidays</c>: those wait like a weekend. <c>roll</c>: the same, and 24 hours never end on a free day.</summary>
    public string? WeekendRule { get; init; }
    public bool? ClosureCounts { get; init; }
    public IReadOnlyList<double>? RemindAt { get; init; }
    public TimeSpan? LongOverdueAfter { get; init; }
    public int? OldestDays { get; init; }
}

internal sealed class OpinionsJson
{
    /// <summary>Absent: one. <c>any</c>: the first who decides. <c>all</c>: each must agree.</summary>
    public string? Readers { get; init; }
    public TimeSpan? RemindAfter { get; init; }
    public IReadOnlyDictionary<string, OpinionRotaJson> Academies { get; init => field = value ?? Nobody; } = Nobody;

    private static readonly Dictionary<string, OpinionRotaJson> Nobody = [];
}

internal sealed class OpinionRotaJson
{
    public RoleJson? Deputy { get; init; }
    public RoleJson? Pool { get; init; }
}

internal sealed class AccountsJson
{
    public TimeSpan? CheckInEvery { get; init; }
    public TimeSpan? AnswerWithin { get; init; }
    public TimeSpan? ReviewEvery { get; init; }

    /// <summary>Absent: leads are not asked while their academy is closed.</summary>
    public bool? InHolidays { get; init; }
}

internal sealed class ContactsJson
{
    public string? ProfessionalsHelpline { get; init; }
    public string? ProfessionalsHelplineHours { get; init; }
    public string? Police { get; init; }
    public string? PoliceOnline { get; init; }
    public string? InternetWatchFoundation { get; init; }
    public string? Ceop { get; init; }
    public string? GrievancePolicy { get; init; }
    public string? AnonymousReporting { get; init; }

    /// <summary>Each as it was written, with its key.</summary>
    public IEnumerable<(string Key, string? Value)> All() =>
    [
        ("professionalsHelpline", ProfessionalsHelpline), ("professionalsHelplineHours", ProfessionalsHelplineHours), ("police", Police), ("policeOnline", PoliceOnline),
        ("internetWatchFoundation", InternetWatchFoundation), ("ceop", Ceop), ("grievancePolicy", GrievancePolicy), ("anonymousReporting", AnonymousReporting),
    ];
}

internal sealed class RetentionJson
{
    public int? OrdinaryYears { get; init; }
    public int? ActionYears { get; init; }
    public int? BreachYears { get; init; }
    public int? SafeguardingDays { get; init; }
    public int? DraftDays { get; init; }
    public int? WithdrawnDays { get; init; }
}

internal sealed class PersonJson
{
    public required string Id { get; init; }

    /// <summary>Needed without Microsoft Graph; with it, Entra's is used.</summary>
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Academy { get; init; }
    public string? Manager { get; init; }

    /// <summary>Their last day.</summary>
    public DateOnly? Leaves { get; init; }
    public bool? Left { get; init; }
}

internal sealed class RolesJson
{
    public required RoleJson SocialMediaManager { get; init; }
    public RoleJson? ChiefExecutive { get; init; }
    public RoleJson? DataProtectionOfficer { get; init; }
    public RoleJson? ExternalRoute { get; init; }
    public RoleJson? Staff { get; init; }

    /// <summary>Who is told when a secret is about to end.</summary>
    public RoleJson? Administrator { get; init; }
}

internal sealed class RoleJson
{
    public IReadOnlyList<string> People { get; init => field = value ?? []; } = [];
    public string? Group { get; init; }
    public string? Phone { get; init; }
}

internal sealed class AcademyJson
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required SltJson Slt { get; init; }
    public RoleJson? Headteacher { get; init; }
    public required RoleJson DesignatedSafeguardingLead { get; init; }
    public RoleJson? ChairOfGovernors { get; init; }
    public IReadOnlyList<PeriodJson> Closures { get; init => field = value ?? []; } = [];
    public IReadOnlyList<PeriodJson> TermDates { get; init => field = value ?? []; } = [];

    /// <summary>What Entra calls it in people's <c>companyName</c> or <c>department</c>, besides its name.</summary>
    public IReadOnlyList<string> DirectoryNames { get; init => field = value ?? []; } = [];
}

internal sealed class PeriodJson
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public string? Name { get; init; }
}

internal sealed class ChasingJson
{
    public TimeSpan? AcknowledgeWithin { get; init; }
    public TimeSpan? SafeguardingWithin { get; init; }
    public QuietHoursJson? QuietHours { get; init; }
}

internal sealed class QuietHoursJson
{
    public required TimeOnly From { get; init; }
    public required TimeOnly To { get; init; }
}

internal sealed class SltJson
{
    public required string TeamId { get; init; }
    public required string ChannelId { get; init; }
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>The Entra group whose members are the SLT, besides the people.</summary>
    public string? Group { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(TrustJson))]
internal sealed partial class TrustJsonContext : JsonSerializerContext;
