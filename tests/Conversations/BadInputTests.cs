using System.Net;
using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;

namespace PolicyBot.Tests.Conversations;

/// <summary>Whatever is sent, the sender gets a clear answer, the bot remembers exactly what it did before, and no log holds a word of it.</summary>
public sealed class BadInputTests(BadInputTests.BusySchool busy) : IClassFixture<BadInputTests.BusySchool>
{
    private const string Canary = "Quixotanium";
    private static readonly string Long = Canary + new string('x', 100_000);
    private const string Hostile = Canary + "** [link](https://evil.example) <at>Everyone</at> # {{DATE(2026)}} \u0000\u0001\u001b[31m\u202e\u200b `code` | ~~x~~";

    [Theory]
    [InlineData("{\"type\":\"message\",\"text\":\"Quixotanium", 256 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("Quixotanium, not JSON", 0, HttpStatusCode.BadRequest)]
    [InlineData("", 0, HttpStatusCode.BadRequest)]
    [InlineData("null", 0, HttpStatusCode.BadRequest)]
    [InlineData("[]", 0, HttpStatusCode.BadRequest)]
    [InlineData("{\"text\":\"Quixotanium\"}", 0, HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":7,\"text\":\"Quixotanium\"}", 0, HttpStatusCode.BadRequest)]
    public Task AUTH_14_A_body_that_is_no_activity_is_refused(string body, int more, HttpStatusCode status) =>
        UnchangedAsync(async () => Assert.Equal(status, (await busy.School.PostAsync(body + new string('x', more))).Status));

    [Fact]
    public Task AUTH_14_JSON_nested_200_deep_is_refused() => UnchangedAsync(async () =>
    {
        var message = busy.Priya.Saying(Canary);
        message["value"] = "deep";
        var body = message.ToJsonString().Replace("\"deep\"", string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await busy.School.PostAsync(body)).Status);
    });

    [Theory]
    [InlineData("from")]
    [InlineData("id")]
    [InlineData("recipient")]
    public Task An_activity_without_what_every_activity_has_is_refused(string missing) => UnchangedAsync(async () =>
    {
        foreach (var activity in (JsonObject[])[busy.Priya.Saying(Canary), busy.Priya.Pressing("report.start", null)])
        {
            activity.Remove(missing);
            Assert.Equal(HttpStatusCode.BadRequest, (await busy.School.DeliverAsync(activity)).Status);
        }
    });

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    public Task A_press_from_nowhere_is_refused(string conversation) => UnchangedAsync(async () =>
    {
        var press = busy.Priya.Pressing("report.start", null);
        press["conversation"] = JsonNode.Parse(conversation);
        Assert.Equal(HttpStatusCode.BadRequest, (await busy.School.DeliverAsync(press)).Status);
    });

    [Theory]
    [InlineData("from", "\"Quixotanium\"", HttpStatusCode.BadRequest)]
    [InlineData("recipient", "7", HttpStatusCode.BadRequest)]
    [InlineData("serviceUrl", "\"https://evil.example/\"", HttpStatusCode.Unauthorized)]
    [InlineData("serviceUrl", "null", HttpStatusCode.Unauthorized)]
    [InlineData("channelId", "\"slack\"", HttpStatusCode.Unauthorized)]
    public Task An_activity_with_nonsense_in_a_field_is_refused(string field, string json, HttpStatusCode status) => UnchangedAsync(async () =>
    {
        var message = busy.Priya.Saying(Canary);
        message[field] = JsonNode.Parse(json);
        Assert.Equal(status, (await busy.School.DeliverAsync(message)).Status);
    });

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"Quixotanium\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"action\":null}")]
    [InlineData("{\"action\":\"Quixotanium\"}")]
    [InlineData("{\"action\":{}}")]
    [InlineData("{\"action\":{\"verb\":7,\"data\":\"Quixotanium\"}}")]
    [InlineData("{\"action\":{\"verb\":\"incident.acknowledge\"}}")]
    [InlineData("{\"action\":{\"verb\":\"incident.acknowledge\",\"data\":{\"ref\":{}}}}")]
    [InlineData("{\"action\":{\"verb\":\"incident.acknowledge\",\"data\":{\"ref\":\"INC-2026-9999\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"incident.acknowledge\",\"data\":{\"ref\":\"INC-2026-99999999999999999999\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"incident.close\",\"data\":{\"ref\":\"Quixotanium\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"report.what\",\"data\":{\"draft\":[],\"what\":\"Quixotanium\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"report.submit\",\"data\":{\"draft\":\"Quixotanium\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"report.cancel\",\"data\":{\"draft\":\"Quixotanium\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"question.send\"}}")]
    [InlineData("{\"action\":{\"verb\":\"question.send\",\"data\":{\"question\":{}}}}")]
    [InlineData("{\"action\":{\"verb\":\"question.dislike\",\"data\":{\"question\":\"Quixotanium\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"question.answer\",\"data\":{\"ref\":\"QST-2026-9999\",\"answer\":\"Quixotanium\",\"seen\":[]}}}")]
    [InlineData("{\"action\":{\"verb\":\"question.pass\",\"data\":{\"ref\":[],\"passTo\":\"Quixotanium\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"policy.section\",\"data\":{\"document\":true,\"section\":\"Quixotanium\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"Quixotanium\",\"data\":{}}}")]
    public Task A_press_that_holds_nonsense_is_answered_with_a_sentence_or_a_card(string value) => UnchangedAsync(async () =>
    {
        foreach (var who in (Participant[])[busy.Priya, busy.Martin])
        {
            var press = who.Pressing("help.show", null);
            press["value"] = JsonNode.Parse(value);
            var answer = await busy.School.DeliverAsync(press);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.True(answer.Card is not null || answer.Sentence is { Length: > 0 }, answer.Body);
            Assert.DoesNotContain(Canary, answer.Body, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("{\"actio\\ud83d\":{}}")]
    [InlineData("{\"action\":{\"ver\\ud83d\":\"Quixotanium\"}}")]
    [InlineData("{\"action\":{\"verb\":\"incident.view\",\"data\":{\"re\\ud83d\":\"Quixotanium\",\"deliver\\ud83d\":7}}}")]
    [InlineData("{\"action\":{\"verb\":\"report.what\",\"data\":{\"draf\\ud83d\":\"Quixotanium\",\"wha\\ud83d\":7}}}")]
    public Task A_name_cut_off_within_an_emoji_is_no_name(string value) => UnchangedAsync(async () =>
    {
        var press = busy.Martin.Pressing("help.show", null);
        press["value"] = "cut";
        var answer = await busy.School.PostAsync(press.ToJsonString().Replace("\"cut\"", value, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEqual(500, answer.Json.GetProperty("statusCode").GetInt32());
    });

    [Theory]
    [InlineData("{\"typ\\ud83d\":\"Quixotanium\"}")]
    [InlineData("{\"type\":\"mention\",\"mentione\\ud83d\":\"Quixotanium\"}")]
    [InlineData("{\"type\":\"mention\",\"mentioned\":{\"nam\\ud83d\":\"Quixotanium\"}}")]
    public async Task A_mention_cut_off_within_an_emoji_is_no_mention(string entity)
    {
        var message = busy.Priya.Saying("thanks");
        message["entities"] = new JsonArray("cut");
        var answer = await busy.School.PostAsync(message.ToJsonString().Replace("\"cut\"", entity, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        await busy.Priya.GetsAsync("You are welcome.");
        Assert.DoesNotContain(busy.School.Log.Lines, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("ref")]
    [InlineData("step")]
    [InlineData("verb")]
    [InlineData("delivery")]
    [InlineData("danger")]
    public Task Card_data_that_is_far_too_long_or_hostile_does_nothing(string field) => UnchangedAsync(async () =>
    {
        foreach (var value in (string[])[Long, Hostile])
        {
            foreach (var verb in (string[])["report.danger", "report.back", "report.submit", "incident.acknowledge", "incident.close", "incident.view"])
            {
                var data = new JsonObject { ["ref"] = "INC-2026-9999", ["draft"] = "none", [field] = value };
                var answer = await busy.School.DeliverAsync(busy.Martin.Pressing(field == "verb" ? value : verb, data));
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                Assert.DoesNotContain(Canary, answer.Body, StringComparison.Ordinal);
            }
        }
    });

    [Fact]
    public Task A_filled_in_form_that_is_far_too_long_is_not_taken() => UnchangedAsync(async () =>
    {
        await busy.Martin.PressesAsync("Record outcome", on: busy.Acknowledged);
        await busy.Martin.Fills("Why?", Long).PressesAsync("Save outcome", on: busy.Acknowledged);
        Assert.Contains("characters", busy.Martin.Card.Beside("Why?"), StringComparison.Ordinal);
        await busy.Martin.PressesAsync("Back", on: busy.Acknowledged);
    });

    [Fact]
    public Task A_stale_press_on_a_closed_case_changes_nothing() => UnchangedAsync(async () =>
    {
        foreach (var verb in (string[])["incident.acknowledge", "incident.outcome", "incident.close"])
        {
            var data = new JsonObject { ["ref"] = busy.Closed, ["result"] = "advice", ["reason"] = Canary, ["referrals"] = "hr" };
            await busy.Martin.SendsAsync(busy.Martin.Pressing(verb, data));
            busy.Martin.Sees($"{busy.Closed}: closed", "Closed Martin Hughes").DoesNotSee(Canary);
        }
    });

    [Fact]
    public Task An_old_clients_nonsense_is_answered_with_a_message() => UnchangedAsync(async () =>
    {
        foreach (var data in (JsonObject[])[[], new JsonObject { ["verb"] = Hostile }, new JsonObject { ["verb"] = 7 }, new JsonObject { ["verb"] = "incident.close", ["ref"] = Long }])
        {
            var answer = await busy.School.DeliverAsync(Sent.Submit(busy.Priya.Member, busy.Priya.Place, busy.Priya.ServiceUrl, null, data));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
        }
        await busy.Priya.GetsAsync("This button no longer works. Nothing has changed.");
        await busy.Priya.GetsAsync("Only those who handle this can do that. Nothing has changed.");
        busy.Priya.NeverGot(Canary);
    });

    [Fact]
    public async Task A_hostile_report_is_shown_as_it_was_typed_and_does_nothing()
    {
        var tom = busy.School.Teacher();
        var reference = await tom.ReportsAsync(Hostile);
        var post = await busy.School.North.ShowsAsync($"{reference}: new report");
        var text = Screen.WordsOf(post);
        Assert.Contains(@"\*\* \[link\]\(https://evil.example\) &lt;at&gt;Everyone&lt;/at&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, letter => letter is '\u0000' or '\u0001' or '\u001b' or '\u202e' or '\u200b');
        Assert.DoesNotContain(busy.School.Log.Lines, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    private async Task UnchangedAsync(Func<Task> send)
    {
        var before = busy.School.Remembered();
        await send();
        Assert.Equal(before, busy.School.Remembered());
        Assert.DoesNotContain(busy.School.Log.Lines, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    /// <summary>A school with something to lose: a report half-written, one acknowledged, one closed.</summary>
    public sealed class BusySchool : IAsyncLifetime
    {
        internal School School { get; } = new();

        internal Participant Priya { get; private set; } = null!;

        internal Participant Martin { get; private set; } = null!;

        internal string Acknowledged { get; private set; } = "";

        internal string Closed { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await School.InitializeAsync();
            Priya = School.Teacher();
            Martin = School.InChat(Cast.Martin).In(School.North.Place);
            Closed = await Priya.ReportsAsync("The first");
            Acknowledged = await Priya.ReportsAsync("The second");
            foreach (var reference in (string[])[Closed, Acknowledged])
            {
                await Martin.PressesAsync("Acknowledge", on: reference);
                await School.North.ShowsAsync($"{reference}: acknowledged");
            }
            await Martin.PressesAsync("Record outcome", on: Closed);
            await Martin.RecordsAsync("Done", on: Closed);
            await School.North.ShowsAsync($"{Closed}: closed");
            await Priya.GetsAsync("Your report is finished");
            await Priya.SaysAsync("report");
        }

        public ValueTask DisposeAsync() => School.DisposeAsync();
    }
}
