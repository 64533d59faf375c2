using System.Text.Json.Nodes;
using PolicyBot.Bot.People;
using PolicyBot.Cases.Clocks;
using PolicyBot.Cases.Comments;
using PolicyBot.Cases.People;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.People;

/// <summary>A Trust file with which a report would go astray is refused before the first message.</summary>
public sealed class TrustFileTests
{
    private const string Group = "00000000-0000-4000-8000-0000000000ff";

    [Theory]
    [InlineData("headteacher")]
    [InlineData("designatedSafeguardingLead")]
    [InlineData("chairOfGovernors")]
    public void A_role_of_an_academy_with_nothing_but_a_group_is_refused(string role)
    {
        var file = Good();
        file["academies"]![0]![role] = new JsonObject { ["group"] = Group };
        Assert.Contains("List the people", Refusal(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socialMediaManager")]
    [InlineData("chiefExecutive")]
    [InlineData("dataProtectionOfficer")]
    [InlineData("staff")]
    public void A_role_of_the_Trust_with_nothing_but_a_group_is_refused(string role)
    {
        var file = Good();
        file["roles"]![role] = new JsonObject { ["group"] = Group };
        Assert.Contains("List the people", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_one_and_the_same_whatever_their_capitals()
    {
        var trust = TrustFile.Parse(Good().ToJsonString().Replace(Cast.Dina.DirectoryId!, Cast.Dina.DirectoryId!.ToUpperInvariant(), StringComparison.Ordinal), "trust.json");
        Assert.Equal([Cast.Dina.DirectoryId], trust.FindAcademy("north")!.DesignatedSafeguardingLead.People);
        Assert.Equal(Cast.Dina.DirectoryId, trust.FindPerson(Cast.Dina.DirectoryId)!.Id);
    }

    [Fact]
    public void An_id_that_Teams_would_never_send_is_refused()
    {
        var file = Good();
        file["academies"]![0]!["slt"]!["people"]![0] = $"{{{Cast.Martin.DirectoryId}}}";
        Assert.Contains("is not an Entra object id", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_without_a_name_is_refused()
    {
        var file = Good();
        file["people"]![0]!["name"] = " ";
        Assert.Contains("has no name", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_Trust_means_by_a_word_of_the_policy_is_read() =>
        Assert.Equal(Cast.Disclaimer, TrustFile.Parse(Good().ToJsonString(), "trust.json").Terms["appropriate-disclaimer"]);

    [Theory]
    [InlineData("disclaimer", "Mine.", "line 4: 'disclaimer' is not a term that the policy leaves open. Those are: appropriate-disclaimer,")]
    [InlineData("behaviour-policy", " ", "line 4: the term 'behaviour-policy' has no text.")]
    [InlineData("behaviour-policy", null, "line 4: the term 'behaviour-policy' has no text.")]
    public void A_term_that_would_never_be_shown_is_refused_with_its_line(string key, string? text, string sentence)
    {
        var file = Good();
        file["terms"] = new JsonObject { [key] = text };
        Assert.Contains(sentence, RefusalOfLines(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_would_fill_the_card_is_refused()
    {
        var file = Good();
        file["terms"]!["behaviour-policy"] = new string('x', 1001);
        Assert.Contains("longer than 1000 characters", Refusal(file), StringComparison.Ordinal);
    }

    // The terms alone on a line of their own: the fourth.
    private static string RefusalOfLines(JsonNode file) => Assert.Throws<TrustFileException>(() =>
        TrustFile.Parse(file.ToJsonString().Replace("\"terms\":", "\n\n\n\"terms\":", StringComparison.Ordinal), "trust.json")).Message;

    [Fact]
    public void The_day_ends_at_five_unless_the_file_says_otherwise()
    {
        var file = Good();
        Assert.Equal(new TimeOnly(17, 0), TrustFile.Parse(file.ToJsonString(), "trust.json").ClosingHour);
        file["closingHour"] = "16:15";
        Assert.Equal(new TimeOnly(16, 15), TrustFile.Parse(file.ToJsonString(), "trust.json").ClosingHour);
        file["closingHour"] = "teatime";
        Assert.Contains("trust.json, line 1:", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_are_chased_after_four_working_hours_or_thirty_minutes_unless_the_file_says_otherwise()
    {
        var file = Good();
        Assert.Equal(ChaseTimes.Default, TrustFile.Parse(file.ToJsonString(), "trust.json").Chasing);
        file["chasing"] = new JsonObject
        {
            ["acknowledgeWithin"] = "02:00:00",
            ["safeguardingWithin"] = "00:15:00",
            ["quietHours"] = new JsonObject { ["from"] = "19:00", ["to"] = "07:00" },
        };
        Assert.Equal(
            new ChaseTimes(TimeSpan.FromHours(2), TimeSpan.FromMinutes(15), new QuietHours(new TimeOnly(19, 0), new TimeOnly(7, 0))),
            TrustFile.Parse(file.ToJsonString(), "trust.json").Chasing);
    }

    [Fact]
    public void An_academy_may_say_when_it_is_closed_and_when_its_terms_are()
    {
        var file = Good();
        file["academies"]![0]!["closures"] = Days(("2026-11-27", "2026-11-27", "INSET"));
        file["academies"]![0]!["termDates"] = Days(("2026-11-02", "2026-12-18", "Autumn"), ("2027-01-04", "2027-02-12", "Spring"));
        var north = TrustFile.Parse(file.ToJsonString(), "trust.json").FindAcademy("north")!;
        Assert.True(north.IsClosed(new DateOnly(2026, 11, 27)));
        Assert.False(north.IsClosed(new DateOnly(2026, 11, 26)));
        Assert.True(north.IsClosed(new DateOnly(2026, 12, 19)));
        Assert.False(north.IsClosed(new DateOnly(2027, 2, 13)));
    }

    [Fact]
    public void Times_that_would_make_a_clock_stand_still_are_refused()
    {
        Assert.Contains("closingHour must be later than 08:00", Refusal(Good(file => file["closingHour"] = "08:00")), StringComparison.Ordinal);
        Assert.Contains("acknowledgeWithin must be from one minute", Refusal(Good(file => file["chasing"] = new JsonObject { ["acknowledgeWithin"] = "00:00:00" })), StringComparison.Ordinal);
        Assert.Contains("safeguardingWithin must be from one minute", Refusal(Good(file => file["chasing"] = new JsonObject { ["safeguardingWithin"] = "30.00:00:00" })), StringComparison.Ordinal);
        Assert.Contains("go over midnight", Refusal(Good(file => file["chasing"] = new JsonObject { ["quietHours"] = new JsonObject { ["from"] = "01:00", ["to"] = "06:00" } })), StringComparison.Ordinal);
        Assert.Contains("end before they begin (INSET)", Refusal(Good(file => file["academies"]![0]!["closures"] = Days(("2026-11-28", "2026-11-27", "INSET")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_reads_drafts_is_said_by_academy_and_refused_when_it_cannot_be()
    {
        Assert.Equal(OpinionWays.Default, TrustFile.Parse(Cast.TrustJson(), "trust.json").Opinions);
        var opinions = TrustFile.Parse(Good(file => file["opinions"] = Opinions("any", "01:00:00", "north", Cast.Grace.DirectoryId!)).ToJsonString(), "trust.json").Opinions;
        Assert.Equal((ReadersWanted.Any, TimeSpan.FromHours(1)), (opinions.Readers, opinions.RemindAfter));
        Assert.Equal((Cast.Grace.DirectoryId, Cast.Grace.DirectoryId), (opinions.Academies["north"].Deputy.People.Single(), opinions.Academies["north"].Pool.People.Single()));

        Assert.Contains("Write any (the first who answers decides) or all", Refusal(Good(file => file["opinions"] = Opinions("both", "01:00:00", "north", Cast.Grace.DirectoryId!))), StringComparison.Ordinal);
        Assert.Contains("opinions.remindAfter must be from one minute", Refusal(Good(file => file["opinions"] = Opinions("all", "00:00:00", "north", Cast.Grace.DirectoryId!))), StringComparison.Ordinal);
        Assert.Contains("there is no academy with the key 'east'", Refusal(Good(file => file["opinions"] = Opinions("all", "01:00:00", "east", Cast.Grace.DirectoryId!))), StringComparison.Ordinal);
        Assert.Contains("is not in the list of people", Refusal(Good(file => file["opinions"] = Opinions("all", "01:00:00", "north", "00000000-0000-4000-8000-0000000000ff"))), StringComparison.Ordinal);
        Assert.Contains("reader", Refusal(Good(file => file["opinions"] = new JsonObject { ["reader"] = "all" })), StringComparison.Ordinal);
    }

    [Fact]
    public void How_the_24_hours_are_read_is_said_and_refused_when_it_cannot_be()
    {
        Assert.Equal(CommentWays.Default, TrustFile.Parse(Cast.TrustJson(), "trust.json").Comments);
        var comments = TrustFile.Parse(
            Good(file => file["comments"] = JsonNode.Parse("""{"weekendRule":"roll","closureCounts":true,"remindAt":[0.25,0.9],"longOverdueAfter":"02:00:00","oldestDays":7}""")).ToJsonString(), "trust.json").Comments;
        Assert.Equal((WeekendRule.Roll, true, TimeSpan.FromHours(2), 7), (comments.WeekendRule, comments.ClosureCounts, comments.LongOverdueAfter, comments.OldestDays));
        Assert.Equal([0.25, 0.9], comments.RemindAt);

        foreach (var (block, sentence) in ((string, string)[])
            [
                ("""{"weekendRule":"never"}""", "Write literal (as the policy says), bankHolidays or roll."), ("""{"remindAt":[]}""", "comments.remindAt must be one to four shares"),
                ("""{"remindAt":[0.8,0.5]}""", "comments.remindAt must be"), ("""{"remindAt":[0,0.5]}""", "comments.remindAt must be"), ("""{"remindAt":[1]}""", "comments.remindAt must be"),
                ("""{"longOverdueAfter":"00:00:00"}""", "comments.longOverdueAfter must be"), ("""{"oldestDays":0}""", "comments.oldestDays must be"), ("""{"remindAfter":1}""", "remindAfter"),
            ])
            Assert.Contains(sentence, Refusal(Good(file => file["comments"] = JsonNode.Parse(block))), StringComparison.Ordinal);
    }

    private static JsonObject Opinions(string readers, string after, string academy, string person) => new()
    {
        ["readers"] = readers,
        ["remindAfter"] = after,
        ["academies"] = new JsonObject
        {
            [academy] = new JsonObject
            {
                ["deputy"] = new JsonObject { ["people"] = new JsonArray(person) },
                ["pool"] = new JsonObject { ["people"] = new JsonArray(person) },
            },
        },
    };

    private static JsonArray Days(params (string From, string To, string Name)[] periods) =>
        [.. periods.Select(period => new JsonObject { ["from"] = period.From, ["to"] = period.To, ["name"] = period.Name })];

    private static JsonNode Good(Action<JsonNode> change)
    {
        var file = Good();
        change(file);
        return file;
    }

    private static JsonNode Good() => JsonNode.Parse(Cast.TrustJson())!;

    private static string Refusal(JsonNode file) => Assert.Throws<TrustFileException>(() => TrustFile.Parse(file.ToJsonString(), "trust.json")).Message;
}
