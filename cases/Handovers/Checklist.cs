using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Cases.Handovers;

/// <summary>
/// The steps of a handover, platform by platform. They are data, in <c>checklists.json</c> beside this file: what all platforms have in common, and what each adds to it
/// or has in the place of a common step with the same id.
/// </summary>
public static class Checklist
{
    private static readonly ChecklistJson Data = Read();

    /// <summary>The platforms that have a list of their own; every other has that of <c>other</c>.</summary>
    public static readonly ImmutableArray<(string Value, string Title)> Platforms = [.. Data.Platforms.Select(platform => (platform.Id, platform.Title))];

    /// <summary>The steps for one handover, in their order. In an urgent one access goes first, and nobody is waited for who may be the trouble.</summary>
    public static ImmutableArray<HandoverStep> For(string platform, HandoverWay way, bool urgent) =>
    [
        .. Of(platform)
            .Where(step => (step.When is null || Enum.Parse<HandoverWay>(step.When, ignoreCase: true) == way) && !(urgent && step.SkipWhenUrgent))
            .Select(step => new HandoverStep(
                step.Id, urgent && step.Urgent is { } first ? first : step.Order, urgent && step.By is StepBy.Leaver ? StepBy.Manager : step.By, step.Title, step.Confirms, step.Wait, step.SignIn))
            .OrderBy(step => step.Order),
    ];

    /// <summary>What to do, in a sentence or two; null for a step that this version does not know any more.</summary>
    public static string? HowTo(string platform, string step) => Of(platform).FirstOrDefault(each => each.Id == step)?.Do;

    /// <summary>Where the platform explains it, as a name to look for.</summary>
    public static string Help(string platform) => Find(platform).Help;

    /// <summary>How many days the platform makes people wait.</summary>
    public static int Waits(string platform, HandoverWay way, bool urgent) => For(platform, way, urgent).Sum(step => step.WaitDays);

    private static IEnumerable<StepJson> Of(string platform)
    {
        var own = Find(platform).Steps;
        return Data.Common.Where(step => own.All(each => each.Id != step.Id)).Concat(own);
    }

    private static PlatformJson Find(string platform) =>
        Data.Platforms.FirstOrDefault(each => each.Id.Equals(platform, StringComparison.OrdinalIgnoreCase)) ?? Data.Platforms.Single(each => each.Id == "other");

    private static ChecklistJson Read()
    {
        using var resource = typeof(Checklist).Assembly.GetManifestResourceStream("checklists.json")!;
        return JsonSerializer.Deserialize(resource, ChecklistContext.Default.ChecklistJson)!;
    }
}

internal sealed record ChecklistJson(ImmutableArray<StepJson> Common, ImmutableArray<PlatformJson> Platforms);

internal sealed record PlatformJson(string Id, string Title, string Help, ImmutableArray<StepJson> Steps);

internal sealed record StepJson(string Id, int Order, StepBy By, string Title, string Do)
{
    /// <summary><c>transfer</c> or <c>close</c>; absent: both.</summary>
    public string? When { get; init; }
    public EndState? Confirms { get; init; }

    /// <summary>In days.</summary>
    public int Wait { get; init; }
    public bool SignIn { get; init; }

    /// <summary>Its place in an urgent handover, before everything else.</summary>
    public int? Urgent { get; init; }
    public bool SkipWhenUrgent { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ChecklistJson))]
internal sealed partial class ChecklistContext : JsonSerializerContext;
