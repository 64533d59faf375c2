using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Bot.Channel;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Channel;

/// <summary>What the bot sends to the Connector and what it makes of the answers.</summary>
public sealed class ConnectorTests
{
    private const string BotId = $"28:{ChannelRig.AppId}";

    [Theory(DisplayName = "REST-01 Ids are percent-encoded, and the base joins with and without its last slash")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea")]
    public async Task Paths_are_built_safely(string serviceUrl)
    {
        await using var rig = await ChannelRig.StartAsync();
        var thread = ChannelRig.Personal with { ServiceUrl = serviceUrl, ConversationId = $"{ChannelRig.Channel};messageid=17" };
        rig.Teams.AddMember(thread.ConversationId, new() { ["id"] = "29:an/na==" });
        await rig.SendAsync(thread);
        await rig.Connector.ReplyAsync(thread, "f:1/2", ChannelRig.Hello, TestContext.Current.CancellationToken);
        await rig.Connector.GetMemberAsync(thread, "29:an/na==", TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "/emea/v3/conversations/19%3Aslt%40thread.tacv2%3Bmessageid%3D17/activities",
                "/emea/v3/conversations/19%3Aslt%40thread.tacv2%3Bmessageid%3D17/activities/f%3A1%2F2",
                "/emea/v3/conversations/19%3Aslt%40thread.tacv2%3Bmessageid%3D17/members/29%3Aan%2Fna%3D%3D",
            ],
            rig.Teams.Calls.Select(call => call.RawPath));
        Assert.Equal("application/json; charset=utf-8", rig.Teams.Calls[0].ContentType);
        Assert.Empty(rig.Teams.Failures);
    }

    [Fact(DisplayName = "REST-02 Opening a one-to-one chat names one member and the tenant, and twice gives the same chat")]
    public async Task A_personal_chat_is_opened_once()
    {
        await using var rig = await ChannelRig.StartAsync();
        var first = await OpenAsync(rig);
        var second = await OpenAsync(rig);
        Assert.Equal(first, second);
        Assert.StartsWith("a:", Assert.IsType<ConnectorResult.Delivered>(first).ConversationId, StringComparison.Ordinal);

        var body = rig.Teams.Calls[0].Body!.Value;
        Assert.False(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal("29:anna", Assert.Single(body.GetProperty("members").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(ChannelRig.Tenant, body.GetProperty("tenantId").GetString());
        Assert.Equal(ChannelRig.Tenant, body.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString());
        Assert.False(body.TryGetProperty("activity", out _));
    }

    [Fact(DisplayName = "REST-03 A new channel thread carries its channel and first message, and answers with the thread's id")]
    public async Task A_thread_starts_with_a_message()
    {
        await using var rig = await ChannelRig.StartAsync();
        var result = await rig.Connector.CreateChannelThreadAsync(
            ChannelRig.ServiceUrl, BotId, ChannelRig.Tenant, $"{ChannelRig.Channel};messageid=17", ChannelRig.Message("Räumen & <b>"), TestContext.Current.CancellationToken);

        var thread = Assert.IsType<ConnectorResult.Delivered>(result);
        Assert.Equal($"{ChannelRig.Channel};messageid={thread.ActivityId}", thread.ConversationId);
        Assert.Equal("Räumen & <b>", Assert.Single(rig.Teams.MessagesIn(thread.ConversationId!)).Text);
        var body = rig.Teams.Calls[0].Body!.Value;
        Assert.True(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal(ChannelRig.Channel, body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
    }

    [Fact(DisplayName = "REST-04 A message to a thread's conversation id stays in the thread; without messageid a new thread starts")]
    public async Task The_conversation_id_decides_the_thread()
    {
        await using var rig = await ChannelRig.StartAsync();
        var channel = ChannelRig.Personal with { ConversationId = ChannelRig.Channel };
        var root = Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync(channel)).ActivityId!;
        var thread = ChannelThread.Of(ChannelRig.Channel, root);
        await rig.SendAsync(channel with { ConversationId = thread });
        await rig.SendAsync(channel with { ConversationId = ChannelThread.ChannelOf(thread) });

        Assert.Equal(2, rig.Teams.MessagesIn(thread).Count);
        Assert.Equal(2, rig.Teams.ConversationIds.Count);
    }

    [Fact(DisplayName = "A message can be replaced and deleted by its stored id; an unknown one is refused")]
    public async Task Messages_are_edited_by_id()
    {
        await using var rig = await ChannelRig.StartAsync();
        var id = Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync()).ActivityId!;
        var updated = await rig.Connector.UpdateAsync(ChannelRig.Personal, id, ChannelRig.Message("Changed"), TestContext.Current.CancellationToken);
        Assert.Equal(new ConnectorResult.Delivered(id, ChannelRig.Personal.ConversationId), updated);
        Assert.Equal("Changed", Assert.Single(rig.Teams.MessagesIn("a:personal-anna")).Text);

        Assert.IsType<ConnectorResult.Delivered>(await rig.Connector.DeleteAsync(ChannelRig.Personal, id, TestContext.Current.CancellationToken));
        Assert.True(rig.Teams.MessagesIn("a:personal-anna")[0].Deleted);
        var gone = await rig.Connector.UpdateAsync(ChannelRig.Personal, id, ChannelRig.Hello, TestContext.Current.CancellationToken);
        Assert.Equal(new ConnectorResult.Refused(404, "ActivityNotFoundInConversation", RefusalScope.None), gone);
    }

    [Fact(DisplayName = "REST-07 All error bodies are read: three shapes, empty, HTML, and JSON that is something else")]
    public async Task Every_error_body_is_read()
    {
        await using var rig = await ChannelRig.StartAsync();
        (Fault Fault, string Code)[] answers =
        [
            (Fault.Coded(403, "NotEnoughPermissions"), "NotEnoughPermissions"),
            (Fault.SubCoded(403, "MessageWritesBlocked"), "MessageWritesBlocked"),
            (Fault.Worded(403), "Http403"),
            (Fault.Empty(403), "Http403"),
            (Fault.Html(403), "Http403"),
            (new() { Status = 403, Body = "[1,2" }, "Http403"),
            (new() { Status = 403, Body = "null" }, "Http403"),
            (new() { Status = 403, Body = """{"error":"words","message":"{not json","code":5}""" }, "Http403"),
        ];
        foreach (var (fault, code) in answers)
        {
            rig.Teams.Misbehave = _ => fault;
            Assert.Equal(code, Assert.IsType<ConnectorResult.Refused>(await rig.SendAsync()).Code);
        }
    }

    [Theory(DisplayName = "REST-07 A success with an empty or foreign body arrived, with an unknown id")]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"id":17}""")]
    public async Task An_answer_without_an_id_is_a_success(string body)
    {
        await using var rig = await ChannelRig.StartAsync();
        rig.Teams.Misbehave = _ => new() { Status = 202, Body = body, Accepted = true };
        Assert.Null(Assert.IsType<ConnectorResult.Delivered>(await rig.SendAsync()).ActivityId);
        Assert.Single(rig.Teams.AllMessages);
    }

    [Fact(DisplayName = "REST-08 A refusal says how far it reaches: message, conversation, person or tenant")]
    public async Task Refusals_have_a_scope()
    {
        await using var rig = await ChannelRig.StartAsync();
        (Fault Fault, RefusalScope Scope)[] refusals =
        [
            (Fault.Coded(403, "BotNotInConversationRoster"), RefusalScope.Conversation),
            (Fault.Coded(404, "ConversationNotFound"), RefusalScope.Conversation),
            (Fault.Coded(403, "ConversationBlockedByUser"), RefusalScope.User),
            (Fault.SubCoded(403, "MessageWritesBlocked"), RefusalScope.User),
            (Fault.Coded(403, "ForbiddenOperationException"), RefusalScope.User),
            (Fault.Coded(403, "BotDisabledByAdmin"), RefusalScope.Tenant),
            (Fault.Coded(400, "BadSyntax"), RefusalScope.None),
        ];
        foreach (var (fault, scope) in refusals)
        {
            rig.Teams.Misbehave = _ => fault;
            Assert.Equal(scope, Assert.IsType<ConnectorResult.Refused>(await rig.SendAsync()).Scope);
        }
    }

    [Fact(DisplayName = "REST-10 A message over the size is refused before it is sent; Teams counts UTF-16")]
    public async Task Oversize_messages_are_not_sent()
    {
        await using var rig = await ChannelRig.StartAsync(("Bot:MaxMessageBytes", "2048"));
        var fits = ChannelRig.Message(new string('€', 900));
        var tooLong = ChannelRig.Message(new string('x', 1100));
        Assert.IsType<ConnectorResult.Delivered>(await rig.Connector.SendAsync(ChannelRig.Personal, fits, TestContext.Current.CancellationToken));
        Assert.Equal(
            new ConnectorResult.Refused(0, "MessageSizeTooBig", RefusalScope.None),
            await rig.Connector.SendAsync(ChannelRig.Personal, tooLong, TestContext.Current.CancellationToken));
        Assert.Single(rig.Teams.Calls);
    }

    [Fact(DisplayName = "REST-11 Members are read to the last page, with the Entra id under either name")]
    public async Task Members_are_paged_to_the_end()
    {
        await using var rig = await ChannelRig.StartAsync();
        for (var i = 0; i < 450; i++)
            rig.Teams.AddMember(ChannelRig.Channel, new JsonObject { ["id"] = $"29:{i}", [i % 2 == 0 ? "objectId" : "aadObjectId"] = $"entra-{i}" });
        var of = ChannelRig.Personal with { ConversationId = ChannelRig.Channel };

        var people = Assert.IsType<ConnectorResult.Members>(await rig.Connector.GetMembersAsync(of, TestContext.Current.CancellationToken)).People;
        Assert.Equal(Enumerable.Range(0, 450).Select(i => $"entra-{i}"), people.Select(person => person.EntraId));
        Assert.Equal(3, rig.Teams.Calls.Count);

        var one = Assert.IsType<ConnectorResult.Members>(await rig.Connector.GetMemberAsync(of, "entra-7", TestContext.Current.CancellationToken));
        Assert.Equal("29:7", Assert.Single(one.People).Id);
        Assert.Equal(404, Assert.IsType<ConnectorResult.Refused>(await rig.Connector.GetMemberAsync(of, "nobody", TestContext.Current.CancellationToken)).Status);
        Assert.Empty(rig.Teams.Failures);
    }

    private static Task<ConnectorResult> OpenAsync(ChannelRig rig) => rig.Connector.CreatePersonalAsync(
        ChannelRig.ServiceUrl, BotId, ChannelRig.Tenant, "29:anna", TestContext.Current.CancellationToken);
}
