using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>With a language model configured an answer may be worded better. Whatever is wrong with the model, nobody notices more than the wording.</summary>
public sealed class WordedAnswerTests : IAsyncLifetime
{
    private const string Question = "Can I follow a former pupil on Instagram?";
    private const string Clause = "students.no-following";
    private const string Followed = "Staff are not permitted to follow or engage with current or prior students of their Academy on any personal social media network account.";
    private const string Wording = "No. You may not follow pupils on a personal account, and that goes on after they have left.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3.5);

    private WordedSchool? worded;

    private FakeLanguageModel Model => worded!.Model;

    private School School => worded!.School;

    public async ValueTask InitializeAsync() => worded = await WordedSchool.OpenAsync();

    public ValueTask DisposeAsync() => worded!.DisposeAsync();

    [Fact]
    public async Task The_wording_is_the_models_and_the_quotation_is_the_policys()
    {
        Model.Says(Wording, clauses: [Clause]);
        var priya = School.Teacher();
        await priya.SaysAsync(Question);
        priya.Sees($"{Wording} [1]", $"“{Followed}”", "DRAFT, not yet approved", "Read the section", "Ask a person").DoesNotSee("In short");
    }

    [Fact]
    public async Task STR_03_A_generated_answer_says_so_names_its_sources_and_takes_thumbs()
    {
        Model.Says(Wording, clauses: [Clause, "behaviour.professional"]);
        var priya = School.Teacher();
        await priya.SaysAsync(Question);

        var sent = School.Teams.AllMessages[^1].Activity;
        Assert.Contains("[1][2]", sent.GetProperty("text").GetString(), StringComparison.Ordinal);
        var label = Assert.Single(sent.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "https://schema.org/Message");
        Assert.Equal("AIGeneratedContent", label.GetProperty("additionalType")[0].GetString());
        Assert.Equal("Message", label.GetProperty("@type").GetString());
        var claims = label.GetProperty("citation").EnumerateArray().ToList();
        Assert.Equal([1, 2], claims.Select(claim => claim.GetProperty("position").GetInt32()));
        Assert.All(claims, claim =>
        {
            var appearance = claim.GetProperty("appearance");
            Assert.InRange(appearance.GetProperty("name").GetString()!.Length, 1, 80);
            Assert.InRange(appearance.GetProperty("abstract").GetString()!.Length, 1, 160);
        });
        Assert.Equal(Followed, claims[0].GetProperty("appearance").GetProperty("abstract").GetString());
        Assert.Equal("default", sent.GetProperty("channelData").GetProperty("feedbackLoop").GetProperty("type").GetString());
    }

    [Fact]
    public async Task STR_01_In_a_personal_chat_the_person_sees_that_something_happens_and_then_the_answer_in_its_place()
    {
        Model.Says(Wording, clauses: [Clause]);
        var priya = School.Teacher();
        await priya.SaysAsync(Question);

        var sent = School.Teams.Calls.Where(call => call.ConversationId == priya.Place.Id).ToList();
        Assert.Equal(["typing", "message"], sent.Select(call => call.Activity!.Value.GetProperty("type").GetString()));
        Assert.Equal("Looking in the policy…", sent[0].Activity!.Value.GetProperty("text").GetString());
        var first = sent[0].Activity!.Value.GetProperty("entities")[0];
        Assert.Equal(("informative", 1), (first.GetProperty("streamType").GetString(), first.GetProperty("streamSequence").GetInt32()));
        var last = Assert.Single(sent[1].Activity!.Value.GetProperty("entities").EnumerateArray(), entity => entity.GetProperty("type").GetString() == "streaminfo");
        Assert.Equal("final", last.GetProperty("streamType").GetString());
        Assert.Equal(School.Teams.AllMessages[^1].ActivityId, last.GetProperty("streamId").GetString());
        Assert.False(last.TryGetProperty("streamSequence", out _));
    }

    [Fact]
    public async Task STR_01_In_a_channel_nothing_is_streamed()
    {
        Model.Says(Wording, clauses: [Clause]);
        var priya = School.Teacher().In(School.North.NewThread());
        await priya.SaysAsync(Question);
        priya.Sees(Wording, Followed);
        Assert.DoesNotContain(School.Teams.Calls, call => call.Body?.GetRawText().Contains("streaminfo", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task The_model_is_asked_at_temperature_0_for_exactly_this_schema_with_the_key()
    {
        Model.Says(Wording, clauses: [Clause]);
        await School.Teacher().SaysAsync(Question);
        var request = Assert.Single(Model.Requests);
        Assert.Equal(("/openai/v1/chat/completions", "Bearer not-a-key"), (request.Path, request.Authorization));
        Assert.Equal(FakeLanguageModel.Deployment, request.Json.GetProperty("model").GetString());
        Assert.Equal(0, request.Json.GetProperty("temperature").GetDouble());
        var format = request.Json.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(format.GetProperty("strict").GetBoolean());
        Assert.False(format.GetProperty("schema").GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(Question, request.Told.GetProperty("question").GetString());
        Assert.Equal(Clause, request.Told.GetProperty("candidates")[0].GetString());
        Assert.Contains(request.Told.GetProperty("clauses").EnumerateArray(), clause => clause.GetProperty("text").GetString() == Followed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_model_that_hangs_is_not_waited_for_longer_than_the_turn_has(bool afterHeaders)
    {
        Model.Hangs(afterHeaders);
        var priya = School.Teacher();
        var asked = Model.IsAskedAsync();
        var says = priya.SaysAsync(Question);
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        School.Clock.Advance(Patience);
        await says;
        priya.Sees(Followed).DoesNotSee("[1]");
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone_for_a_minute()
    {
        Model.Fails(503, "ServiceUnavailable");
        var priya = School.Teacher();
        for (var i = 0; i < 5; i++)
            await priya.SaysAsync(Question);
        Assert.Equal(3, Model.Requests.Count);

        Model.Says(Wording, clauses: [Clause]);
        await School.LaterAsync(TimeSpan.FromMinutes(1));
        await priya.SaysAsync(Question);
        priya.Sees(Wording);
    }

    [Fact]
    public async Task A_model_that_asks_for_a_pause_gets_it()
    {
        Model.Fails(429, "RateLimitReached", "20");
        var priya = School.Teacher();
        await priya.SaysAsync(Question);
        await priya.SaysAsync(Question);
        Assert.Single(Model.Requests);
        await School.LaterAsync(TimeSpan.FromSeconds(20));
        Model.Says(Wording, clauses: [Clause]);
        await priya.SaysAsync(Question);
        priya.Sees(Wording);
    }

    [Theory]
    [InlineData("A pupil has posted that she is going to kill herself tonight, what do I do?", "Ring 999 now")]
    [InlineData("I want to report something", "is anyone in danger?")]
    [InlineData("hello", "")]
    [InlineData("my reports", "")]
    public async Task Danger_errands_and_chatter_never_reach_the_model(string text, string seen)
    {
        Model.Says("No. This must never be seen.", clauses: [Clause]);
        var priya = School.Teacher();
        await priya.SaysAsync(text);
        priya.Sees(seen).DoesNotSee("never be seen");
        Assert.Empty(Model.Requests);
        Assert.DoesNotContain(School.Teams.Calls, call => call.Body?.GetRawText().Contains("streaminfo", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task The_card_for_danger_is_the_same_bytes_with_the_model_and_without()
    {
        const string text = "A pupil has posted that she is going to kill herself tonight, what do I do?";
        var without = new School();
        await without.InitializeAsync();
        var (priya, other) = (School.Teacher(), without.Teacher());
        await priya.SaysAsync(text);
        await other.SaysAsync(text);
        Assert.Equal(without.Teams.AllMessages[^1].Activity.GetRawText(), School.Teams.AllMessages[^1].Activity.GetRawText());
        await without.DisposeAsync();
    }

    [Fact]
    public async Task The_same_question_has_the_same_bytes_twenty_times()
    {
        Model.Says(Wording, clauses: [Clause, "behaviour.professional"]);
        var priya = School.Teacher().In(School.North.NewThread());
        for (var i = 0; i < 20; i++)
            await priya.SaysAsync(Question);
        Assert.Single(School.Teams.AllMessages.Select(message => message.Activity.GetRawText()).Distinct());
        Assert.Single(Model.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task No_name_of_anybody_who_is_known_reaches_the_model()
    {
        Model.Says(Wording, clauses: [Clause]);
        var priya = School.Teacher();
        await priya.SaysAsync("May MARTIN HUGHES follow a former pupil, jamie doyle, on Instagram? okafor, grace did, as @jamied or jamie.doyle@pupils.trust.example");
        await priya.SaysAsync("and what about Mr Hughes's sister Kayleigh Pemberton-Hughes, can she follow a former pupil?");
        Assert.Equal(2, Model.Requests.Count);
        foreach (var name in (string[])["martin", "hughes", "jamie", "doyle", "grace", "okafor", "jamied", "kayleigh", "pemberton"])
            Assert.DoesNotContain(Model.Requests, request => request.Content.Contains(name, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("May a person follow a former pupil, a person, on Instagram?", Model.Requests.First().Told.GetProperty("question").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(Model.Requests.Last().Told.GetProperty("earlier").EnumerateArray());
    }

    [Fact]
    public async Task A_message_delivered_twice_asks_once_and_is_answered_once()
    {
        Model.Says(Wording, clauses: [Clause]);
        var priya = School.Teacher();
        var said = priya.Saying(Question);
        await School.DeliverAsync(said);
        await priya.GetsAsync(Wording);
        await School.DeliverAsync(said);
        Assert.Single(Model.Requests);
        Assert.Equal(1, priya.MessagesSaying(Wording));
    }

    [Fact]
    public async Task Delivered_twice_at_once_it_is_answered_once_and_no_beginning_is_left_hanging()
    {
        Model.Says(Wording, clauses: [Clause]);
        var priya = School.Teacher();
        var said = priya.Saying(Question);
        await Task.WhenAll(School.DeliverAsync(said), School.DeliverAsync(said), School.DeliverAsync(said));
        await priya.GetsAsync(Wording);
        await School.Teams.WaitForAsync(teams => teams.OpenStreams == 0, TestContext.Current.CancellationToken);
        Assert.Equal(1, priya.MessagesSaying(Wording));
    }

    [Fact]
    public async Task A_chat_that_takes_no_stream_gets_a_plain_message()
    {
        Model.Says(Wording, clauses: [Clause]);
        School.Teams.Misbehave = call => call.Activity?.GetRawText().Contains("streaminfo", StringComparison.Ordinal) is true ? Fault.Coded(403, "ContentStreamNotAllowed") : null;
        var priya = School.Teacher();
        await priya.SaysAsync(Question);
        priya.Sees(Wording, Followed);
    }

    [Fact]
    public async Task A_press_is_answered_without_the_model()
    {
        var priya = School.Teacher();
        Model.Says(Wording, clauses: [Clause]);
        await priya.SaysAsync(Question);
        await priya.PressesAsync("Read the section");
        priya.Sees("Personal use › Students", Followed);
        Assert.Single(Model.Requests);
    }

    [Fact]
    public async Task INV_07_Thumbs_are_taken_in_every_shape_and_answered_with_nothing_said()
    {
        Model.Says(Wording, clauses: [Clause]);
        var priya = School.Teacher();
        await priya.SaysAsync(Question);
        var before = School.Teams.AllMessages.Count;
        foreach (var value in (string[])[
            """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"Quixotanium\"}"}}""",
            """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"not json"}}""",
            """{"actionName":"feedback","actionValue":{"reaction":"dislike"}}""",
            """{"actionName":"feedback","actionValue":{"reaction":5}}""",
            """{"actionName":"feedback","actionValue":"like"}""",
            """{"actionName":"feedback"}"""])
        {
            var invoke = priya.Pressing("", null);
            (invoke["name"], invoke["value"]) = ("message/submitAction", JsonNode.Parse(value));
            var answer = await School.DeliverAsync(invoke);
            Assert.Equal(new Answer(System.Net.HttpStatusCode.OK, "{}"), answer);
            Assert.Equal(answer, await School.DeliverAsync(invoke));
        }
        Assert.Equal(before, School.Teams.AllMessages.Count);
        Assert.DoesNotContain("Quixotanium", School.Remembered(), StringComparison.Ordinal);
        Assert.DoesNotContain(School.Log.Lines, line => line.Contains("Quixotanium", StringComparison.Ordinal));
    }
}
