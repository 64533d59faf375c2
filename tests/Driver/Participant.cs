using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Driver;

/// <summary>Somebody in a conversation with the bot: says things, fills in cards and presses buttons, and sees what comes of it.</summary>
internal sealed partial class Participant(School school, Member member, Place place)
{
    private readonly Screen screen = new(school.Teams, place);
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private string seen = "";

    public Member Member => member;

    public Place Place => place;

    /// <summary>The card that the last thing done brought.</summary>
    public CardFace Card { get; private set; } = new(JsonElement.Parse("{}"));

    /// <summary>A case's reference in what was last seen.</summary>
    public string Reference => ReferenceForm().Match(seen).Value;

    public string ServiceUrl { get; set; } = school.Teams.ServiceUrl;

    /// <summary>The same person in a channel or a group chat.</summary>
    public Participant In(Place where) => new(school, member, where);

    /// <summary>Says something, and reads what the bot says to it.</summary>
    public async Task SaysAsync(string text)
    {
        await school.SettlesAsync();
        var before = screen.Messages.Count;
        var answer = await school.DeliverAsync(Saying(text));
        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        await ReadNextAsync(before);
    }

    /// <summary>Sends files, perhaps with words beside them, and reads what the bot says to it.</summary>
    public async Task AttachesAsync(string text, params SentFile[] files)
    {
        await school.SettlesAsync();
        var before = screen.Messages.Count;
        var message = Saying(text);
        // Teams adds what was typed once more, as HTML.
        message["attachments"] = new JsonArray([.. files.Select(file => file.ToJson()), new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}</p>" }]);
        var answer = await school.DeliverAsync(message);
        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        await ReadNextAsync(before);
    }

    /// <summary>Presses a button, and sees what comes in its place, beside it or below it.</summary>
    public async Task PressesAsync(string title, string? on = null)
    {
        await school.SettlesAsync();
        var before = screen.Messages.Count;
        var (pressing, message) = await FindAsync(title, on);
        Take(await school.DeliverAsync(pressing), message);
        if (seen == "My answer is below.")
            await ReadNextAsync(before);
    }

    /// <summary>Presses with an old client, which sends a message; the bot then updates the card itself.</summary>
    public async Task SubmitsAsync(string title, string? on = null)
    {
        await school.SettlesAsync();
        var (pressing, message) = await FindAsync(title, on);
        var before = Changes();
        var data = pressing["value"]!["action"]!["data"]!.DeepClone();
        var answer = await school.DeliverAsync(Sent.Submit(member, new Place(message.ConversationId, place.Kind), ServiceUrl, message.ActivityId, data));
        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        await school.Teams.WaitForAsync(_ => Changes() != before, TestContext.Current.CancellationToken);
        Read(screen.Messages.First(now => now.ActivityId == message.ActivityId));
    }

    /// <summary>The client draws the card again by itself, as it does when it comes into view.</summary>
    public async Task<Answer> RefreshesAsync(string saying)
    {
        await school.SettlesAsync();
        var message = screen.Messages.Last(shown => Screen.WordsOf(shown).Contains(saying, StringComparison.Ordinal));
        return await school.DeliverAsync(Refreshing(message));
    }

    /// <summary>Sends what was made up before, an old press for example, and sees the answer.</summary>
    public async Task<Answer> SendsAsync(JsonObject activity)
    {
        await school.SettlesAsync();
        var answer = await school.DeliverAsync(activity);
        var message = screen.Messages.LastOrDefault(shown => shown.ActivityId == activity["replyToId"]?.ToString());
        Take(answer, message);
        return answer;
    }

    /// <summary>Words to the bot: where others read along, it has to be mentioned.</summary>
    public JsonObject Saying(string text) => Sent.Message(member, place, ServiceUrl, text, mentionsBot: place.Kind != "personal");

    /// <summary>The press as it would be sent now, with what was filled in.</summary>
    public async Task<JsonObject> PressingAsync(string title, string? on = null) => (await FindAsync(title, on)).Pressing;

    public JsonObject Pressing(string verb, JsonNode? data, string? card = null, string trigger = "manual") =>
        Sent.Invoke(member, place, ServiceUrl, card, null, verb, data, trigger);

    public Participant Fills(string label, string text)
    {
        typed[label] = text;
        return this;
    }

    /// <summary>Chooses by the words on the card.</summary>
    public Participant Chooses(string label, params string[] titles)
    {
        var choices = Card.Input(label).GetProperty("choices").EnumerateArray().ToDictionary(choice => CardFace.Of(choice, "title"), choice => CardFace.Of(choice, "value"), StringComparer.Ordinal);
        return Fills(label, string.Join(',', titles.Select(title => choices[title])));
    }

    public Participant Picks(string label, params Member[] people) => Fills(label, string.Join(',', people.Select(person => person.DirectoryId)));

    public Participant Sees(params string[] words)
    {
        foreach (var each in words)
            Assert.Contains(each, seen, StringComparison.Ordinal);
        return this;
    }

    public Participant DoesNotSee(params string[] words)
    {
        foreach (var each in words)
            Assert.DoesNotContain(each, seen, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Waits for something that the bot writes unasked.</summary>
    public async Task GetsAsync(params string[] words)
    {
        bool Says(PostedMessage message) => Array.TrueForAll(words, Screen.WordsOf(message).Contains);
        try
        {
            await school.Teams.WaitForAsync(_ => screen.Messages.Any(Says), TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{member.Name} was not told \"{string.Join("\", \"", words)}\". Waiting in the outbox:\n{school.Waiting()}\nThe log warned of:\n{string.Join('\n', school.Log.Lines.Where(line => !line.StartsWith("Trace", StringComparison.Ordinal) && !line.StartsWith("Debug", StringComparison.Ordinal) && !line.StartsWith("Information", StringComparison.Ordinal)))}");
        }
        await school.SettlesAsync(); // the bot knows that it has arrived, too
        Read(screen.Messages.Last(Says));
    }

    /// <summary>Nothing that the bot ever wrote here holds the word.</summary>
    public void NeverGot(string word) => Assert.DoesNotContain(screen.Messages, message => Screen.WordsOf(message).Contains(word, StringComparison.Ordinal));

    public int MessagesSaying(string words) => screen.Messages.Count(message => Screen.WordsOf(message).Contains(words, StringComparison.Ordinal));

    private async Task<(JsonObject Pressing, PostedMessage Message)> FindAsync(string title, string? on)
    {
        await school.Teams.WaitForAsync(_ => screen.WithButton(title, on) is not null, TestContext.Current.CancellationToken);
        var (message, face) = screen.WithButton(title, on)!.Value;
        var button = face.Button(title)!.Value;
        var data = JsonNode.Parse(button.GetProperty("data").GetRawText())!.AsObject();
        if (CardFace.Of(button, "associatedInputs") != "none")
            foreach (var input in face.Inputs)
                if ((typed.TryGetValue(CardFace.Of(input, "label"), out var text) ? text : CardFace.Of(input, "value")) is { Length: > 0 } value)
                    data[CardFace.Of(input, "id")] = value;
        Assert.All(typed.Keys, label => Assert.Contains(face.Inputs, input => CardFace.Of(input, "label") == label));
        typed.Clear();
        return (Sent.Invoke(member, new Place(message.ConversationId, place.Kind), ServiceUrl, message.ActivityId, title, CardFace.Of(button, "verb"), data), message);
    }

    private JsonObject Refreshing(PostedMessage message)
    {
        var action = Screen.CardOf(message)!.Refresh!.Value.GetProperty("action");
        return Sent.Invoke(member, new Place(message.ConversationId, place.Kind), ServiceUrl, message.ActivityId, null, CardFace.Of(action, "verb"),
            JsonNode.Parse(action.GetProperty("data").GetRawText()), "automatic");
    }

    private void Take(Answer answer, PostedMessage? message)
    {
        seen = "";
        if (answer.Card is { } face)
        {
            if (message is not null)
                screen.Replace(message, face);
            Card = face;
            seen = face.Text;
        }
        else if (answer.Sentence is { } sentence)
        {
            seen = sentence;
        }
    }

    private async Task ReadNextAsync(int before)
    {
        await school.Teams.WaitForAsync(_ => screen.Messages.Count > before, TestContext.Current.CancellationToken);
        Read(screen.Messages[before]);
    }

    private void Read(PostedMessage message)
    {
        Card = screen.FaceOf(message) ?? Card;
        seen = $"{message.Text}\n{screen.FaceOf(message)?.Text}";
    }

    private int Changes() => screen.Messages.Sum(message => 1 + message.Updates);

    [GeneratedRegex(@"(?:INC|QST|OPN|ACC|CMT|HOV|RLS)-\d{4}-\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex ReferenceForm();
}
