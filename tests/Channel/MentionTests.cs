using System.Text;
using System.Text.Json;
using PolicyBot.Bot.Channel;

namespace PolicyBot.Tests.Channel;

/// <summary>In a channel people call the bot by name; what they ask is the rest.</summary>
public sealed class MentionTests
{
    [Theory(DisplayName = "ACT-02 The bot's mention is taken out; other people, odd names, entities and spaces are kept right")]
    [InlineData("<at>PolicyBot</at> may I post this?", "may I post this?", """{"type":"mention","text":"<at>PolicyBot</at>","mentioned":{"id":"28:bot","name":"PolicyBot"}}""")]
    [InlineData("<at>PolicyBot</at>may I post this?", "may I post this?", """{"type":"mention","text":"<at>PolicyBot</at>","mentioned":{"id":"28:bot","name":"PolicyBot"}}""")]
    [InlineData("<AT>policybot</AT> help", "help", """{"type":"mention","text":"<at>PolicyBot</at>","mentioned":{"id":"28:bot"}}""")]
    [InlineData("<at>PolicyBot</at> help", "help", """{"type":"mention","text":null,"mentioned":{"id":"28:bot","name":"PolicyBot"}}""")]
    [InlineData("<at>PolicyBot</at> help", "help", """{"type":"mention","mentioned":{"id":"28:bot","name":"PolicyBot"}}""")]
    [InlineData("<at>C++ (Trust) [a.*$^]|\\</at> help", "help", """{"type":"mention","text":"<at>C++ (Trust) [a.*$^]|\\</at>","mentioned":{"id":"28:bot"}}""")]
    [InlineData("<at>PolicyBot</at>&nbsp;\u00A0Q&amp;A &lt;b&gt;", "Q&A <b>", """{"type":"mention","text":"<at>PolicyBot</at>","mentioned":{"id":"28:bot"}}""")]
    [InlineData("<at>Ben</at> asked <at>PolicyBot</at>", "Ben asked <at>PolicyBot</at>", """{"type":"mention","text":"<at>Ben</at>","mentioned":{"id":"29:ben","name":"Ben"}}""")]
    [InlineData("what does <at> mean?", "what does <at> mean?", """{"type":"clientInfo"}""")]
    [InlineData("hello", "hello", """{"type":"mention","text":17,"mentioned":"nobody"}""")]
    [InlineData("hello", "hello", """{"type":["mention"],"mentioned":{"id":"28:bot"}}""")]
    [InlineData("hello", "hello", """{"type":"mention","text":"","mentioned":{"id":"28:bot"}}""")]
    public void Our_own_mention_is_taken_out(string text, string plain, string entity)
    {
        var message = ChannelRig.GoodActivity with { Text = text, Recipient = new() { Id = "28:bot" }, Entities = [JsonElement.Parse(entity)] };
        Assert.Equal(plain, Mentions.PlainText(message));
    }

    [Fact(DisplayName = "ACT-02 A mention cannot make a short message long")]
    public void A_forged_name_costs_nothing()
    {
        var entity = JsonSerializer.SerializeToElement(new { type = "mention", text = "<at>x</at>", mentioned = new { id = "29:x", name = new string('x', 10_000) } });
        var text = string.Concat(Enumerable.Repeat("<at>x</at>", 5_000));
        var message = ChannelRig.GoodActivity with { Text = text, Recipient = new() { Id = "28:bot" }, Entities = [entity] };
        Assert.InRange(Mentions.PlainText(message).Length, 0, 10 * text.Length);
    }

    [Fact(DisplayName = "ACT-02 Names that hold further mentions do not multiply")]
    public void Mentions_in_names_do_not_multiply()
    {
        var twice = JsonElement.Parse("""{"type":"mention","text":"<at>x</at>","mentioned":{"id":"29:x","name":"<at>x</at><at>x</at>"}}""");
        var message = ChannelRig.GoodActivity with { Text = "<at>x</at>", Recipient = new() { Id = "28:bot" }, Entities = [.. Enumerable.Repeat(twice, 22)] };
        Assert.InRange(Mentions.PlainText(message).Length, 0, 1_000_000);
    }

    [Fact(DisplayName = "ACT-02 Being spoken to is told from being spoken of")]
    public void Being_addressed_is_recognised()
    {
        var toBot = JsonElement.Parse("""{"type":"mention","text":"<at>P</at>","mentioned":{"id":"28:bot"}}""");
        var toBen = JsonElement.Parse("""{"type":"mention","text":"<at>P</at>","mentioned":{"id":"29:ben"}}""");
        var message = ChannelRig.GoodActivity with { Recipient = new() { Id = "28:bot" } };
        Assert.True(Mentions.IncludeBot(message with { Entities = [toBen, toBot] }));
        Assert.False(Mentions.IncludeBot(message with { Entities = [toBen] }));
        Assert.False(Mentions.IncludeBot(message));
    }

    [Theory(DisplayName = "ACT-09 A mention we write stands verbatim in the text, with the name escaped")]
    [InlineData("Anna Staff", "<at>Anna Staff</at>")]
    [InlineData("</at><at>Everyone", "<at>&lt;/at&gt;&lt;at&gt;Everyone</at>")]
    [InlineData("R&B \"Bob\" O'Neil", "<at>R&amp;B &quot;Bob&quot; O&apos;Neil</at>")]
    [InlineData("Zoë 😀", "<at>Zoë 😀</at>")]
    public void Written_mentions_match_their_text(string name, string expected)
    {
        var (text, entity) = Mentions.To("29:anna", name);
        Assert.Equal(expected, text);

        var sent = JsonElement.Parse(Encoding.UTF8.GetString(ActivityBody.Write(new Activity { Type = "message", Text = $"Over to {text}.", Entities = [entity] })));
        var written = sent.GetProperty("entities")[0];
        Assert.Equal("mention", written.GetProperty("type").GetString());
        Assert.Contains(written.GetProperty("text").GetString()!, sent.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Equal("29:anna", written.GetProperty("mentioned").GetProperty("id").GetString());
        Assert.Equal(name, written.GetProperty("mentioned").GetProperty("name").GetString());
    }
}
