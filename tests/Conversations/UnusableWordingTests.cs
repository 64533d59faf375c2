using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>Whatever is wrong with the model or with its words, the person reads the answer that was found without it, once.</summary>
public sealed class UnusableWordingTests : IAsyncLifetime
{
    private const string Clause = "students.no-following";
    private const string Followed = "Staff are not permitted to follow or engage with current or prior students of their Academy on any personal social media network account.";
    private const string Good = """{"clauses":["students.no-following"],"verdict":"no","says":"You may not.","settles":true}""";

    private WordedSchool? worded;

    private FakeLanguageModel Model => worded!.Model;

    public async ValueTask InitializeAsync() => worded = await WordedSchool.OpenAsync();

    public ValueTask DisposeAsync() => worded!.DisposeAsync();

    [Theory]
    [InlineData(400, "content_filter", null)]
    [InlineData(401, "PermissionDenied", null)]
    [InlineData(404, "DeploymentNotFound", null)]
    [InlineData(429, "RateLimitReached", "7")]
    [InlineData(429, "RateLimitReached", "Wed, 25 Nov 2026 10:00:00 GMT")]
    [InlineData(429, "RateLimitReached", "soon")]
    [InlineData(500, "InternalServerError", null)]
    [InlineData(503, "ServiceUnavailable", null)]
    public Task A_service_that_refuses(int status, string code, string? retryAfter)
    {
        Model.Fails(status, code, retryAfter);
        return AnswersAsFoundAsync();
    }

    [Theory]
    [InlineData("stop", null, "I would say no.")]
    [InlineData("stop", null, "")]
    [InlineData("stop", null, null)]
    [InlineData("stop", null, "[]")]
    [InlineData("stop", null, "null")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":"no","sa""")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":"no","says":"You may not."}""")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":"no","says":"You may not.","settles":true,"quote":"Staff may."}""")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":"no","verdict":"yes","says":"You may not.","settles":true}""")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":2,"says":"You may not.","settles":true}""")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":"perhaps","says":"You may not.","settles":true}""")]
    [InlineData("stop", null, """{"clauses":null,"verdict":"no","says":"You may not.","settles":true}""")]
    [InlineData("stop", null, """{"clauses":[null],"verdict":"no","says":"You may not.","settles":true}""")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":"no","says":null,"settles":true}""")]
    [InlineData("stop", null, """{"clauses":["students.no-following"],"verdict":"no","says":"\ud83d","settles":true}""")]
    [InlineData("stop", "I'm sorry, I can't help with that.", null)]
    [InlineData("length", null, Good)]
    [InlineData("content_filter", null, Good)]
    [InlineData("tool_calls", null, Good)]
    [InlineData("something_new", null, Good)]
    public Task An_answer_that_is_not_what_was_asked_for(string finish, string? refusal, string? content)
    {
        Model.SaysRaw(content, finish, refusal);
        return AnswersAsFoundAsync();
    }

    [Theory]
    [InlineData("no", "The policy says “staff are not permitted to follow anybody at all”.")]
    [InlineData("no", "The policy says 'staff are not permitted to follow anybody at all'.")]
    [InlineData("no", "The policy says ‘staff are not permitted to follow anybody at all’.")]
    [InlineData("no", "The policy says \"staff are not permitted to follow anybody at all.")]
    [InlineData("no", "See https://example.test for more.")]
    [InlineData("no", "See example.test for more.")]
    [InlineData("no", "You **must not** follow pupils.")]
    [InlineData("no", "# You may not")]
    [InlineData("no", "You may not [ask](mailto:x).")]
    [InlineData("no", "You may not <b>ever</b>.")]
    [InlineData("no", "   ")]
    [InlineData("no", "No.")]
    [InlineData("no", "Yes, you may follow pupils.")]
    [InlineData("no", "It depends. Some may.")]
    [InlineData("yes", "Yes. You may.")]
    [InlineData("conditional", "It depends. Some may.")]
    [InlineData("none", "Pupils are often on Instagram.")]
    [InlineData("no", "Section 4 forbids it.")]
    [InlineData("no", "The clause about friends forbids it.")]
    [InlineData("no", "Ring 01632 960 111 about it.")]
    [InlineData("no", "Ask @head about it.")]
    [InlineData("no", "Ask Martin about it.")]
    [InlineData("no", "Ask HUGHES about it.")]
    [InlineData("no", "You may \u202enot follow pupils.")]
    [InlineData("no", "You may not.\nReally not.")]
    public Task Words_that_may_not_be_said_in_the_Trusts_name(string verdict, string says)
    {
        Model.Says(says, verdict, clauses: [Clause]);
        return AnswersAsFoundAsync();
    }

    [Fact]
    public Task Words_that_go_on_too_long()
    {
        Model.Says(string.Concat(Enumerable.Repeat("You may not follow pupils. ", 12)), clauses: [Clause]);
        return AnswersAsFoundAsync();
    }

    [Theory]
    [InlineData]
    [InlineData(Clause, "students.may-follow")]
    [InlineData("STUDENTS.NO-FOLLOWING")]
    [InlineData(Clause, "behaviour.professional", "images.acceptable", "dos.respectful")]
    [InlineData("dos.respectful")]
    public Task Clauses_that_do_not_exist_or_are_too_many_or_leave_out_the_one_that_people_chose(params string[] clauses)
    {
        Model.Says("You may not follow pupils.", clauses: clauses);
        return AnswersAsFoundAsync();
    }

    [Fact]
    public Task A_model_that_does_not_find_it_settled()
    {
        Model.Says("You may not follow pupils.", settles: false, clauses: [Clause]);
        return AnswersAsFoundAsync();
    }

    [Fact]
    public Task A_connection_that_breaks_half_way()
    {
        Model.BreaksOff(Good);
        return AnswersAsFoundAsync();
    }

    [Theory]
    [InlineData("<html>gateway</html>")]
    [InlineData("""{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""")]
    [InlineData("{}")]
    [InlineData("")]
    public Task A_body_that_is_no_completion(string body)
    {
        Model.Answer = context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body, context.RequestAborted);
        };
        return AnswersAsFoundAsync();
    }

    private async Task AnswersAsFoundAsync()
    {
        var priya = worded!.School.Teacher();
        await priya.SaysAsync("Can I follow a former pupil on Instagram?");
        Assert.Single(Model.Requests);
        priya.Sees($"“{Followed}”").DoesNotSee("[1]");
        Assert.Equal(1, priya.MessagesSaying(Followed));
        var sent = JsonNode.Parse(worded.School.Teams.AllMessages[^1].Activity.GetRawText())!;
        Assert.DoesNotContain("AIGeneratedContent", sent.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(sent["channelData"]);
    }
}
