using PolicyBot.Cases.Outbox;
using PolicyBot.Tests.Fakes;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Outbox;

/// <summary>Where a message goes, and when nothing may go there.</summary>
public sealed class PlaceTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_to_a_person_goes_into_the_chat_they_have_with_the_bot()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.QueueAsync(Told(Sample.Priya.Id));

        await rig.WorkAsync();

        Assert.Single(rig.Teams.MessagesIn(Sample.Chat));
    }

    [Fact]
    public async Task Somebody_who_has_never_written_gets_a_chat_opened()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.QueueAsync(Told(Sample.Martin.Id));

        await rig.WorkAsync();

        var opened = Assert.Single(rig.Teams.ConversationIds, id => id != Sample.Chat);
        Assert.Single(rig.Teams.MessagesIn(opened));
        Assert.Equal(opened, (await rig.Store.FindPostedCardAsync("told", Ended))!.ConversationId);
    }

    [Fact]
    public async Task A_card_in_a_chat_that_the_bot_opened_can_be_drawn_again()
    {
        await using var rig = await DeliveryRig.StartAsync();
        var again = new Delivery("told/2", DeliveryKind.CardUpdate, "told", """{"type":"message","text":"Your report is finished."}""") { Lane = "told", Position = 2 };
        await rig.QueueAsync(Told(Sample.Martin.Id), again);

        await rig.WorkAsync();

        Assert.Equal("Your report is finished.", Assert.Single(rig.Teams.AllMessages).Text);
    }

    [Fact]
    public async Task Where_the_bot_was_removed_nothing_is_sent()
    {
        await using var rig = await DeliveryRig.StartAsync();
        var chat = await rig.ChatAsync();
        await rig.CommitAsync(Sample.Turn("removed") with { Conversation = chat with { Active = false } });
        await rig.QueueAsync(Sample.Reply("late/0") with { Lane = "late" });

        await rig.WorkAsync();

        Assert.Empty(rig.Teams.Calls);
        Assert.Equal(1, (await rig.BacklogAsync()).Parked);
    }

    [Theory(DisplayName = "REST-08 A conversation that refuses the bot is left alone until it writes again")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "MessageWritesBlocked")]
    public async Task A_refusal_of_the_place_is_remembered(int status, string code)
    {
        await using var rig = await DeliveryRig.StartAsync();
        var before = await rig.ChatAsync();
        rig.Teams.Misbehave = _ => Fault.Coded(status, code);
        await rig.QueueAsync(Sample.Reply("first/0") with { Lane = "first" });
        await rig.WorkAsync();

        Assert.Equal((false, before.Version + 1), ((await rig.ChatAsync()).Active, (await rig.ChatAsync()).Version));
        rig.Teams.Misbehave = _ => null;
        await rig.QueueAsync(Sample.Reply("second/0") with { Lane = "second" });
        await rig.WorkAsync();

        Assert.Single(rig.Teams.Calls);
        Assert.Equal(2, (await rig.BacklogAsync()).Parked);
    }

    [Theory(DisplayName = "REST-08 A refusal of one message says nothing about its conversation")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(404, "ActivityNotFoundInConversation")]
    public async Task A_refusal_of_the_message_is_not(int status, string code)
    {
        await using var rig = await DeliveryRig.StartAsync();
        var before = await rig.ChatAsync();
        rig.Teams.Misbehave = _ => Fault.Coded(status, code);
        await rig.QueueAsync(Sample.Reply("first/0") with { Lane = "first" });

        await rig.WorkAsync();

        Assert.Equal(before, await rig.ChatAsync());
    }

    [Fact(DisplayName = "REST-08 When an administrator switches the bot off, the log says so as an error")]
    public async Task A_tenant_that_switches_the_bot_off_is_logged()
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Coded(403, "BotDisabledByAdmin");
        await rig.QueueAsync(Sample.Reply("first/0") with { Lane = "first" });

        await rig.WorkAsync();

        Assert.True((await rig.ChatAsync()).Active);
        Assert.Contains(rig.Log.Lines, line => line.StartsWith("Error: The bot is switched off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_anybody_has_written_a_post_waits_until_somebody_has()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.Store.DeactivateAsync(Sample.Chat);
        await rig.QueueAsync(Sample.Post(1));
        await rig.WorkAsync();
        Assert.Empty(rig.Teams.Calls);

        await rig.CommitAsync(Sample.Turn("back") with { Conversation = (await rig.ChatAsync()) with { Active = true } });
        await rig.WorkAfterAsync(rig.Options.LongestWait);

        Assert.Single(rig.InChannel);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_chat_that_cannot_be_opened_just_now_is_opened_later(int status)
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = call => call.Number == 1 ? Fault.Coded(status, "NotNow") : null;
        await rig.QueueAsync(Told(Sample.Martin.Id));
        await rig.WorkAsync();
        Assert.Empty(rig.Teams.AllMessages);

        await rig.WorkAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Single(rig.Teams.AllMessages);
        Assert.Equal(new Backlog(0, 0, 0, 0), await rig.BacklogAsync());
    }

    [Fact]
    public async Task Somebody_for_whom_the_bot_is_not_installed_is_parked_for_an_administrator()
    {
        await using var rig = await DeliveryRig.StartAsync();
        rig.Teams.Misbehave = _ => Fault.Coded(403, "ForbiddenOperationException");
        await rig.QueueAsync(Told(Sample.Martin.Id));

        await rig.WorkAsync();

        Assert.Equal(1, (await rig.BacklogAsync()).Parked);
        Assert.Contains(rig.Log.Lines, line => line.Contains("NotInstalledForPerson", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_for_somebody_who_removed_the_bot_is_not_tried_every_hour()
    {
        await using var rig = await DeliveryRig.StartAsync();
        await rig.CommitAsync(Sample.Turn("removed") with { Conversation = (await rig.ChatAsync()) with { Active = false } });
        await rig.QueueAsync(Told(Sample.Priya.Id));
        await rig.WorkAsync();

        Assert.Equal(0, await rig.Store.TryParkedAgainAsync(rig.Time.GetUtcNow()));

        await rig.CommitAsync(Sample.Turn("back") with { Conversation = (await rig.ChatAsync()) with { Active = true }, Reachable = true });
        await rig.WorkAsync();
        Assert.Single(rig.Teams.MessagesIn(Sample.Chat));
    }

    private static Delivery Told(string person) =>
        new("told", DeliveryKind.PersonalPost, person, """{"type":"message","text":"Somebody has your report."}""") { Card = "told", Lane = "told" };
}
