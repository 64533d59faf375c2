using System.Text;
using System.Text.Json;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Tests.Channel;

/// <summary>What arrives is read without faulting, whatever it is; what leaves holds only what is ours to say.</summary>
public sealed class ActivityTests
{
    public static TheoryData<string> Recorded => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Wire")).Select(file => Path.GetFileName(file)!)];

    [Theory(DisplayName = "ACT-01 Every recorded activity is read, with its sender and a reference to answer to")]
    [MemberData(nameof(Recorded))]
    public void Recorded_activities_are_read(string file)
    {
        var json = JsonElement.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Wire", file))).GetProperty("body");
        var activity = ActivityBody.Parse(Encoding.UTF8.GetBytes(json.GetRawText()));

        Assert.NotNull(activity);
        Assert.Equal(json.GetProperty("type").GetString(), activity.Type);
        Assert.Equal(json.GetProperty("from").GetProperty("id").GetString(), activity.From?.Id);
        var reference = ConversationReference.From(activity);
        Assert.Equal(json.GetProperty("conversation").GetProperty("id").GetString(), reference?.ConversationId);
        Assert.Equal(reference, ConversationReference.FromJson(reference!.ToJson()));
        Mentions.PlainText(activity);
        Assert.NotEmpty(ActivityBody.Write(activity));
    }

    [Fact(DisplayName = "ACT-01 The recorded activities are there")]
    public void There_are_recorded_activities() => Assert.True(Recorded.Count > 70);

    [Theory(DisplayName = "ACT-01 Unknown types and properties, and known ones of the wrong type, are ignored")]
    [InlineData("""{"type":"fromTheFuture","new":{"deep":[1,{"x":null}]}}""")]
    [InlineData("""{"type":"message","id":17,"text":{"a":1},"timestamp":"yesterday","locale":[],"from":"me","conversation":5,"recipient":[]}""")]
    [InlineData("""{"type":"message","channelData":"x","entities":{"type":"mention"},"attachments":[1,"two",null,{"contentType":5}],"membersAdded":[{"id":{}}]}""")]
    [InlineData("""{"type":"message","channelData":{"tenant":"x","team":7,"settings":{"selectedChannel":[]}},"timestamp":5,"value":null}""")]
    [InlineData("""{"type":"conversationUpdate","conversation":{"isGroup":"yes","id":null},"membersRemoved":"all"}""")]
    [InlineData("""{"type":"message","text":"\ud83d","from":{"id":"\ud83d"},"entities":[{"type":"\ud83d"},{"type":"mention","text":"\ud83d"}]}""")]
    public void Odd_fields_read_as_absent(string json)
    {
        var activity = ActivityBody.Parse(Encoding.UTF8.GetBytes(json));
        Assert.NotNull(activity);
        Assert.Null(activity.From?.Id);
        Assert.Null(activity.Conversation?.Id);
        Assert.Null(activity.TenantId);
        Assert.Null(activity.Text);
        Assert.Null(ConversationReference.From(activity));
        Assert.Equal("", Mentions.PlainText(activity with { Text = " " }));
        Assert.Empty(Recognise.Files(activity));
        Assert.False(Recognise.BotAdded(activity) || Recognise.BotRemoved(activity));
    }

    [Theory(DisplayName = "AUTH-14 What is not JSON, is not an object or has no type is not an activity")]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"Type":"message"}""")]
    [InlineData("""{"type":"message"} trailing""")]
    public void What_is_no_activity_is_told(string body) => Assert.Null(ActivityBody.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact(DisplayName = "AUTH-14 JSON nested two hundred deep, and bytes that are not UTF-8, are not an activity")]
    public void Deep_and_broken_bodies_are_told()
    {
        var deep = $$"""{"type":"message","value":{{string.Concat(Enumerable.Repeat("[", 200))}}{{string.Concat(Enumerable.Repeat("]", 200))}}}""";
        Assert.Null(ActivityBody.Parse(Encoding.UTF8.GetBytes(deep)));
        Assert.Null(ActivityBody.Parse([.. "{\"type\":\"mess"u8, 0xFF, 0xFE, .. "age\"}"u8]));
    }

    [Fact(DisplayName = "ACT-05 The bot's coming and going is told by the recipient's id, whatever the event is called")]
    public void Coming_and_going_is_recognised()
    {
        var bot = new ChannelAccount { Id = "28:bot" };
        var someone = new ChannelAccount { Id = "29:ben" };
        var update = new Activity { Type = ActivityTypes.ConversationUpdate, Recipient = bot };
        Assert.True(Recognise.BotAdded(update with { MembersAdded = [someone, bot] }));
        Assert.False(Recognise.BotAdded(update with { MembersAdded = [someone] }));
        Assert.False(Recognise.BotAdded(update with { MembersAdded = [someone], Recipient = null }));
        Assert.True(Recognise.BotRemoved(update with { MembersRemoved = [bot] }));
        Assert.False(Recognise.BotRemoved(update with { MembersAdded = [bot] }));
        Assert.True(Recognise.TeamEvent(update with { ChannelData = new() { EventType = "ChannelDeleted" } }, "channelDeleted"));
        Assert.False(Recognise.TeamEvent(update, "channelDeleted"));
    }

    [Theory(DisplayName = "ACT-05 Installing and removing the app are told apart from upgrading it")]
    [InlineData("installationUpdate", "add", true, false)]
    [InlineData("installationUpdate", "Add", true, false)]
    [InlineData("installationUpdate", "remove", false, true)]
    [InlineData("installationUpdate", "add-upgrade", false, false)]
    [InlineData("installationUpdate", "remove-upgrade", false, false)]
    [InlineData("installationUpdate", null, false, false)]
    [InlineData("message", "add", false, false)]
    public void Installing_is_recognised(string type, string? action, bool installed, bool uninstalled)
    {
        var activity = new Activity { Type = type, Action = action };
        Assert.Equal(installed, Recognise.Installed(activity));
        Assert.Equal(uninstalled, Recognise.Uninstalled(activity));
    }

    [Fact(DisplayName = "ACT-07 Messages without text do not fault, and the HTML twin of a text is not a file")]
    public void Textless_messages_are_read()
    {
        var html = ActivityBody.Parse("""{"type":"message","attachments":[{"contentType":"text/html","content":"<p>Hi</p>"}]}"""u8)!;
        var card = ActivityBody.Parse("""{"type":"message","value":{"act":"report.submit"},"replyToId":"17"}"""u8)!;
        var file = ActivityBody.Parse(
            """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"post.png","content":{"downloadUrl":"https://x.sharepoint.com/1"}},{"contentType":"image/png","contentUrl":"https://smba.trafficmanager.net/1"}]}"""u8)!;

        Assert.All([html, card, file], message => Assert.Equal("", Mentions.PlainText(message)));
        Assert.Empty(Recognise.Files(html));
        Assert.True(Recognise.CardSubmit(card));
        Assert.False(Recognise.CardSubmit(html));
        Assert.Equal(2, Recognise.Files(file).Count());
    }

    [Fact(DisplayName = "ACT-10 What is sent leaves out id, timestamp, serviceUrl and callerId, and everything that is not set")]
    public void Channel_owned_fields_are_left_out()
    {
        var sent = JsonElement.Parse(ActivityBody.Write(ChannelRig.GoodActivity with { Timestamp = DateTimeOffset.UnixEpoch, Summary = "Zoë's report" }));
        Assert.Equal(
            ["type", "channelId", "from", "recipient", "conversation", "channelData", "text", "summary"],
            sent.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Zoë's report", sent.GetProperty("summary").GetString());
    }
}
