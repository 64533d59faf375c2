using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyBot.Bot.Channel;
using PolicyBot.Cases.Outbox;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Outbox;

/// <summary>An answer that completes a message which was begun before: it arrives whatever has become of the beginning.</summary>
public sealed class StreamTests
{
    private static readonly Backlog Empty = new(0, 0, 0, 0);

    [Fact(DisplayName = "STR-01 The answer takes the place of the beginning, with words even where the message is a card alone")]
    public async Task The_answer_completes_the_beginning()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.QueueAsync(await AnswerAsync(rig));
        await rig.WorkAsync();
        var shown = Assert.Single(rig.Teams.MessagesIn(Sample.Chat));
        Assert.Equal("What the policy says", shown.Text);
        Assert.Equal((0, Empty), (rig.Teams.OpenStreams, await rig.BacklogAsync()));
    }

    [Theory(DisplayName = "STR-02 What the Connector says of a stream decides how the answer goes out")]
    [InlineData("Content stream is not allowed", 1, 0)]
    [InlineData("Content stream was canceled by user.", 0, 0)]
    [InlineData("Content stream is not allowed on an already completed streamed message", 0, 0)]
    [InlineData("Content stream finished due to exceeded streaming time.", 0, 1)]
    public async Task A_refused_stream(string message, int posted, int updated)
    {
        await using var rig = await DeliveryRig.StartAsync();
        var answer = await AnswerAsync(rig);
        var body = new JsonObject { ["error"] = new JsonObject { ["code"] = "ContentStreamNotAllowed", ["message"] = message } }.ToJsonString();
        rig.Teams.Misbehave = call =>
            call.Method == "PUT" ? new Fault { Status = 200, Body = "{}" }
            : call.Activity?.GetRawText().Contains("streaminfo", StringComparison.Ordinal) is true ? new Fault { Status = 403, Body = body }
            : null;
        await rig.QueueAsync(answer);
        await rig.WorkAsync();
        Assert.Equal(posted, rig.Teams.MessagesIn(Sample.Chat).Count);
        Assert.Equal(updated, rig.Teams.Calls.Count(call => call.Method == "PUT" && call.ActivityId == answer.Activity));
        Assert.Equal(posted + updated == 0, rig.Teams.Calls[^1].Body!.Value.GetRawText().Contains("streaminfo", StringComparison.Ordinal));
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact(DisplayName = "STR-02 After a time-out the answer is repeated, and is there once")]
    public async Task An_answer_in_doubt_is_there_once()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.QueueAsync(await AnswerAsync(rig));
        rig.Teams.Misbehave = call => call.Number == rig.Teams.Calls[0].Number + 1 ? Fault.Gateway(accepted: true) : null;
        await rig.WorkAsync();
        await rig.WorkAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Single(rig.Teams.MessagesIn(Sample.Chat));
        Assert.Equal(3, rig.Teams.Calls.Count);
        Assert.Equal(Empty, await rig.BacklogAsync());
    }

    [Fact(DisplayName = "STR-01 A stream takes one message a second")]
    public void A_stream_is_paced()
    {
        var pace = new Pace(Options.Create(new BotOptions()));
        Assert.Equal(TimeSpan.Zero, pace.Reserve("a:anna", "t", Sample.Now));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Reserve("a:anna", "t", Sample.Now, ofStream: true));
        Assert.Equal(TimeSpan.Zero, pace.Reserve("a:anna", "t", Sample.Now));
        Assert.Equal(TimeSpan.Zero, pace.Reserve("a:anna", "t", Sample.Now.AddSeconds(1), ofStream: true));
    }

    // As a turn stores it: an answer without a lane is in hand at once; a lane leaves it to the worker.
    private static async Task<Delivery> AnswerAsync(DeliveryRig rig) =>
        new("turn/0", DeliveryKind.Reply, Sample.Chat, """{"type":"message","summary":"What the policy says","attachments":[]}""")
        {
            Activity = await rig.BeginAsync(),
            Lane = "turn",
        };
}
