using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Local;

/// <summary>The local Trust and the Playground's people are two files that have to tell one story.</summary>
public sealed partial class LocalTrustTests
{
    private const string Pupil = "00000000-0000-4000-8000-0000000000c1";

    private readonly string playground = File.ReadAllText(Path.Combine(Repository.Root, "bot", "Local", "playground.yml"));
    private readonly JsonElement trust = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Repository.Root, "bot", "trust.local.json")));

    [Fact]
    public void Everyone_in_the_Playground_is_known_to_the_Trust_by_name()
    {
        var known = trust.GetProperty("people").EnumerateArray().ToDictionary(person => person.GetProperty("id").GetString()!, person => person.GetProperty("name").GetString(), StringComparer.Ordinal);

        var people = Person().Matches(playground);

        Assert.Equal(6, people.Count);
        Assert.All(people, person => Assert.Equal(person.Groups["name"].Value, known[person.Groups["id"].Value]));
    }

    [Fact]
    public void Every_person_named_in_a_role_is_in_the_directory()
    {
        var known = trust.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);

        Assert.All(Id().Matches(trust.GetRawText()), id => Assert.Contains(id.Value, known));
    }

    [Fact]
    public void The_pupil_is_not_staff()
    {
        var staff = trust.GetProperty("roles").GetProperty("staff").GetProperty("people").EnumerateArray().Select(id => id.GetString());

        Assert.DoesNotContain(Pupil, staff);
        Assert.Contains(Pupil, playground, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Playground_has_the_SLT_channel_of_the_first_academy()
    {
        var slt = trust.GetProperty("academies")[0].GetProperty("slt");

        Assert.Contains("id: " + slt.GetProperty("teamId").GetString(), playground, StringComparison.Ordinal);
        Assert.Contains("id: " + slt.GetProperty("channelId").GetString(), playground, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"  name: (?<name>[^\n]+)\n[^\n]+\n +aadObjectId: (?<id>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Person();

    [GeneratedRegex(@"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
