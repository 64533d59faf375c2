using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Canaries;

/// <summary>Whom a report is about, and since when: from the beginning, or since the reporter changed it.</summary>
/// <param name="About">Those who must learn nothing of it.</param>
/// <param name="Before">Those whom it was about before the change that named the others; null where they were named from the beginning.</param>
internal sealed record Conflict(ImmutableArray<Member> About, ImmutableArray<Member>? Before = null, bool HeadApart = false)
{
    /// <summary>A member of SLT who leads nothing else.</summary>
    public static readonly Member Tara = Cast.Teachers[20];

    /// <summary>The headteacher, where they are not of SLT themselves.</summary>
    public static readonly Member Uma = Cast.Teachers[21];

    /// <summary>The teachers' line manager, who leads nothing else.</summary>
    public static readonly Member Vera = Cast.Teachers[22];

    public static readonly ImmutableDictionary<string, Conflict> Leaders = new Dictionary<string, Conflict>(StringComparer.Ordinal)
    {
        ["a member of SLT"] = new([Cast.Grace]),
        ["two of SLT"] = new([Cast.Grace, Tara]),
        ["all of SLT, the headteacher among them"] = new([Cast.Martin, Cast.Grace, Tara]),
        ["the headteacher"] = new([Cast.Martin]),
        ["the headteacher, who is not of SLT, and all of SLT"] = new([Uma, Cast.Martin, Cast.Grace, Tara], HeadApart: true),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static readonly ImmutableDictionary<string, Conflict> Others = new Dictionary<string, Conflict>(StringComparer.Ordinal)
    {
        ["the Social Media Manager"] = new([Cast.Sam]),
        ["the data protection officer"] = new([Cast.Owen]),
        ["the safeguarding lead"] = new([Cast.Dina]),
        ["the chief executive"] = new([Cast.Ruth]),
        ["a chair of governors"] = new([Cast.Farah]),
        ["a leader of another academy in the same team"] = new([Cast.Helen]),
        ["the line manager"] = new([Vera]),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static readonly ImmutableDictionary<string, Conflict> Changed = new Dictionary<string, Conflict>(StringComparer.Ordinal)
    {
        ["a member of SLT, named by a change"] = new([Cast.Grace], []),
        ["the headteacher who had it, named by a change"] = new([Cast.Martin, Cast.Grace], [Cast.Grace]),
        ["the safeguarding lead, named by a change"] = new([Cast.Dina], []),
        ["the chief executive who was reminded of it, named by a change"] = new([Cast.Ruth], []),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public string Trust
    {
        get
        {
            var trust = JsonNode.Parse(Cast.TrustWithOfficeJson())!;
            var (north, south) = (trust["academies"]![0]!, trust["academies"]![1]!);
            north["slt"]!["people"]!.AsArray().Add(Tara.DirectoryId);
            south["slt"]!["teamId"] = north["slt"]!["teamId"]!.ToString();
            if (HeadApart)
                north["headteacher"]!["people"] = new JsonArray(Uma.DirectoryId);
            foreach (var person in trust["people"]!.AsArray().Where(person => person!["manager"] is not null))
                person!["manager"] = Vera.DirectoryId;
            return trust.ToJsonString();
        }
    }
}
