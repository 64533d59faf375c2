using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Conversations;

/// <summary>What <c>/api/messages</c> promises the channel, whatever is said through it.</summary>
public sealed class DoorTests(School school) : IClassFixture<School>
{
    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task AUTH_14_Only_POST_is_taken(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/messages", UriKind.Relative));
        using var response = await school.Bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task INV_01_A_message_is_answered_with_an_empty_200_and_an_unknown_invoke_with_an_empty_501()
    {
        var priya = school.Teacher();
        Assert.Equal(new Answer(HttpStatusCode.OK, ""), await school.DeliverAsync(priya.Saying("hello")));
        foreach (var name in (string[])["composeExtension/query", "message/submitAction", "something/new", ""])
        {
            var invoke = priya.Pressing("help.show", null);
            invoke["name"] = name;
            Assert.Equal(new Answer(HttpStatusCode.NotImplemented, ""), await school.DeliverAsync(invoke));
        }
    }

    [Fact]
    public async Task INV_02_A_press_is_answered_with_200_and_a_bare_card_or_sentence_or_error()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("report");
        var card = await school.DeliverAsync(await priya.PressingAsync("No, nobody is in danger"));
        var sentence = await school.DeliverAsync(priya.Pressing("no.such.verb", null));
        var nothing = priya.Pressing("help.show", null);
        nothing["value"] = "not an object";
        var error = await school.DeliverAsync(nothing);
        foreach (var (answer, type, code) in (ReadOnlySpan<(Answer, string, int)>)[
            (card, "application/vnd.microsoft.card.adaptive", 200), (sentence, "application/vnd.microsoft.activity.message", 200), (error, "application/vnd.microsoft.error", 400)])
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(["statusCode", "type", "value"], answer.Json.EnumerateObject().Select(member => member.Name));
            Assert.Equal((code, type), (answer.Json.GetProperty("statusCode").GetInt32(), answer.Type));
        }
        Assert.Equal("BadRequest", error.Json.GetProperty("value").GetProperty("code").GetString());
    }

    [Fact]
    public async Task ACT_01_What_is_not_for_a_bot_is_taken_in_silence()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("hello");
        var before = school.Remembered();
        foreach (var type in (string[])["typing", "messageReaction", "messageUpdate", "event", "endOfConversation", "somethingNew", "MESSAGE"])
        {
            var activity = priya.Saying("help");
            activity["type"] = type;
            Assert.Equal(new Answer(HttpStatusCode.OK, ""), await school.DeliverAsync(activity));
        }
        Assert.Equal(before, school.Remembered());
        Assert.Equal(0, priya.MessagesSaying("What I can do"));
        Assert.DoesNotContain(school.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACT_06_The_latest_service_address_is_the_one_that_is_written_to()
    {
        var priya = school.Teacher();
        await priya.SaysAsync("hello");
        priya.ServiceUrl = new Uri(school.Teams.Address, "/moved/").AbsoluteUri;
        await priya.SaysAsync("hello");
        var reference = await priya.ReportsAsync("A rude comment");
        var martin = school.InChat(Cast.Martin).In(school.North.Place);
        await martin.PressesAsync("Acknowledge", on: reference);
        await priya.GetsAsync("Somebody has your report", reference);
        Assert.Contains("/moved/", school.Teams.Calls.Last(call => call.ConversationId == priya.Place.Id).RawPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AUTH_14_A_body_of_unannounced_length_that_is_too_large_is_refused_and_the_next_message_is_answered()
    {
        using var body = new PushedContent(MessagesLimit + 1);
        using var response = await school.Bot.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        await school.Teacher().SaysAsync("hello");
    }

    private const int MessagesLimit = 256 * 1024;

    /// <summary>A body whose length nobody announces.</summary>
    private sealed class PushedContent(int length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(new string(' ', length))).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
