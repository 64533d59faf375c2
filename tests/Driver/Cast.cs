using System.Text.Json;

namespace PolicyBot.Tests.Driver;

/// <summary>Somebody as Teams knows them. A guest without an account has no directory id.</summary>
internal sealed record Member(string? DirectoryId, string Name, string Tenant = Cast.Tenant)
{
    public string TeamsId => $"29:{Name.Replace(' ', '-').ToLowerInvariant()}";
}

/// <summary>The people of the Trust that the conversations play in, and the file that tells the bot about them.</summary>
internal static class Cast
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string NorthChannel = "19:north-slt@thread.tacv2";
    public const string SouthChannel = "19:south-slt@thread.tacv2";

    public const string Disclaimer = "Write: “My own views, not those of the Trust.”";

    public static readonly Member Martin = new("00000000-0000-4000-8000-0000000000b1", "Martin Hughes");
    public static readonly Member Grace = new("00000000-0000-4000-8000-0000000000b2", "Grace Okafor");
    public static readonly Member Helen = new("00000000-0000-4000-8000-0000000000b3", "Helen Price");
    public static readonly Member Dina = new("00000000-0000-4000-8000-0000000000d1", "Dina Shaw");
    public static readonly Member Farah = new("00000000-0000-4000-8000-0000000000e3", "Farah Aziz");
    public static readonly Member Gwen = new("00000000-0000-4000-8000-0000000000e4", "Gwen Ellis");
    public static readonly Member Sam = new("00000000-0000-4000-8000-0000000000f1", "Sam Keane");
    public static readonly Member Nora = new("00000000-0000-4000-8000-0000000000f2", "Nora Finch");
    public static readonly Member Ruth = new("00000000-0000-4000-8000-0000000000e1", "Ruth Calder");
    public static readonly Member Owen = new("00000000-0000-4000-8000-0000000000e2", "Owen Bright");
    public static readonly Member Jamie = new("00000000-0000-4000-8000-0000000000c1", "Jamie Doyle");
    public static readonly Member Guest = new(null, "A Guest");
    public static readonly Member Stranger = new("00000000-0000-4000-8000-0000000000a1", "From Elsewhere", "99999999-9999-9999-9999-999999999999");

    /// <summary>Staff of North Academy who lead nothing: each test takes one of its own.</summary>
    public static readonly Member[] Teachers =
    [
        .. ((string[])[
            "Priya Nair", "Tom Whitaker", "Amy Clarke", "Ben Osei", "Cara Lowe", "Dev Patel", "Ella Marsh", "Finn Daly", "Gita Rao", "Hugh Bell", "Iris Cole", "Jack Reid",
            "Kofi Mensah", "Lena Fox", "Mia Grant", "Noah Webb", "Olga Ivanova", "Paul Young", "Rosa Diaz", "Sean Kelly", "Tara Singh", "Uma Shah", "Vera Long", "Will Hart"])
            .Select((name, number) => new Member($"00000000-0000-4000-8000-0000000010{number:00}", name)),
    ];

    /// <summary>A Trust whose office has a second Social Media Manager, a chief executive and a data protection officer, and whose teachers have a line manager.</summary>
    public static string TrustWithOfficeJson() => TrustJson(
        new { socialMediaManager = Filled(Sam, Nora), chiefExecutive = Filled(Ruth), dataProtectionOfficer = Filled(Owen), staff = Filled([.. Teachers, Martin, Grace, Helen, Dina, Sam]) },
        [Nora, Ruth, Owen], Martin.DirectoryId);

    public static string TrustJson() =>
        TrustJson(new { socialMediaManager = Filled(Sam), staff = Filled([.. Teachers, Martin, Grace, Helen, Dina, Sam]) }, [], null);

    private static string TrustJson(object roles, Member[] office, string? manager) => JsonSerializer.Serialize(new
    {
        name = "Dudley Academies Trust",
        timeZone = "Europe/London",
        people = (object[])
            [.. Teachers.Select(member => Described(member, "north", manager)), .. ((Member[])[Martin, Grace, Dina, Farah, Gwen, Sam, Jamie, .. office]).Select(member => Described(member, "north")), Described(Helen, "south")],
        terms = new Dictionary<string, string>(StringComparer.Ordinal) { ["appropriate-disclaimer"] = Disclaimer },
        roles,
        academies = (object[])
        [
            new
            {
                key = "north",
                name = "North Academy",
                slt = new { teamId = "19:north@thread.tacv2", channelId = NorthChannel, people = (string[])[Martin.DirectoryId!, Grace.DirectoryId!] },
                headteacher = Filled(Martin),
                designatedSafeguardingLead = new { people = (string[])[Dina.DirectoryId!], phone = "01632 960 111" },
                chairOfGovernors = Filled(Farah, Gwen),
            },
            new
            {
                key = "south",
                name = "South Academy",
                slt = new { teamId = "19:south@thread.tacv2", channelId = SouthChannel, people = (string[])[Helen.DirectoryId!] },
                headteacher = Filled(Helen),
                designatedSafeguardingLead = new { people = (string[])[Helen.DirectoryId!], phone = "01632 960 211" },
            },
        ],
    });

    private static object Filled(params Member[] members) => new { people = members.Select(member => member.DirectoryId) };

    private static object Described(Member member, string academy, string? manager = null) =>
        new { id = member.DirectoryId, name = member.Name, email = $"{member.TeamsId[3..]}@trust.example", academy, manager };
}
