using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyBot.Cards;
using PolicyBot.Tests.Driver;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Canaries;

/// <summary>All that somebody can reach: what the bot ever sent to their chat and their channels, and the answer to whatever they press or ask for.</summary>
internal sealed partial class Reach(School school, Member member)
{
    private const string NoSuchCase = "INC-2026-9999";

    private static readonly ImmutableArray<string> Verbs =
        [.. typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal)];

    // Verbs that begin so are about the case in the data. The others are about none, whatever comes with them: each is pressed once.
    private static readonly ImmutableArray<string> OfCases = ["incident.", "evidence.", "case.", "involved.", "reporter."];

    private static readonly ImmutableArray<string> ChannelReaders =
        [.. ((Member[])[Cast.Martin, Cast.Grace, Conflict.Tara, Cast.Helen]).Select(leader => leader.DirectoryId!)];

    private readonly Participant chat = school.InChat(member);
    private Dictionary<(string Verb, string Place, string Delivery), string>? toNoCase;

    /// <summary>The academies of this Trust share a team: a leader of one reads the channels of all.</summary>
    private ImmutableArray<Place> Places => ChannelReaders.Contains(member.DirectoryId!) ? [chat.Place, school.North.Place, school.South.Place] : [chat.Place];

    /// <summary>Presses everything about a case, wherever they can: the answers are those to a case that does not exist.</summary>
    /// <param name="all">True for what is no incident: each verb could be about it.</param>
    public async Task TriesAsync(string reference, bool all = false)
    {
        var first = toNoCase is null;
        toNoCase ??= await PressAllAsync(NoSuchCase, Verbs);
        foreach (var (press, answer) in await PressAllAsync(reference, first || all ? Verbs : [.. Verbs.Where(verb => OfCases.Any(verb.StartsWith))]))
            Assert.True(Nameless(answer) == Nameless(toNoCase[press]), $"{member.Name} presses {press} of {reference} and reads: {answer}\nwithout a case: {toNoCase[press]}");
    }

    // A form that is opened anew has an id of its own.
    private static string Nameless(string answer) => MadeIds().Replace(answer, "id");

    /// <summary>Asks for every list, and looks for every word in it.</summary>
    public async Task<ImmutableArray<string>> ListsAsync(string decoy)
    {
        var answers = ImmutableArray.CreateBuilder<string>();
        foreach (var words in (string[])["my reports", "cases", "what is asked", $"cases about {Canary.AccountOfAnother}", $"cases about {member.Name}"])
            await chat.SaysAsync(words);
        foreach (var filter in (string[])["Open", "Mine", "Overdue", "Closed"])
        {
            answers.Add((await PressAsync(chat, "case.list", new JsonObject { ["filter"] = filter })).Body);
            answers.Add((await PressAsync(chat, "case.list", new JsonObject { ["filter"] = filter, ["academy"] = "north", ["page"] = 2 })).Body);
        }
        var nothing = await FindAsync("Nosuchword");
        foreach (var word in Canary.All.Where(word => word != Canary.Account))
            Assert.Equal(nothing, await FindAsync(word));
        answers.Add(await FindAsync(Canary.Account));
        answers.Add((await PressAsync(chat, "case.open", new JsonObject { ["chosen"] = decoy })).Body);
        answers.Add((await PressAsync(chat, "incident.timeline", new JsonObject { ["ref"] = decoy })).Body);
        return answers.ToImmutable();
    }

    /// <summary>Every activity that was ever sent to where they read, from a call on; posts, updates and what a locked screen shows.</summary>
    public IEnumerable<string> Sent(int from) => school.Teams.Calls.Skip(from).Where(IsHere).Select(call => call.Body?.GetRawText() ?? "");

    /// <summary>What stands there now.</summary>
    public IEnumerable<string> Standing() =>
        school.Teams.AllMessages.Where(message => !message.Deleted && Places.Any(place => message.ConversationId.StartsWith(place.Id, StringComparison.Ordinal))).Select(message => message.Activity.GetRawText());

    private bool IsHere(ConnectorCall call) => Places.Any(place =>
        Uri.UnescapeDataString(call.RawPath).Contains(place.Id, StringComparison.Ordinal) || (call.Segments is ["conversations"] && call.Body?.GetRawText().Contains(place.Id, StringComparison.Ordinal) is true));

    private async Task<Dictionary<(string, string, string), string>> PressAllAsync(string reference, ImmutableArray<string> verbs)
    {
        await chat.SaysAsync("cancel"); // a report of their own that was begun on the way here would answer for itself
        var answers = new Dictionary<(string, string, string), string>();
        foreach (var place in (Place[])[chat.Place, school.North.Place])
            foreach (var (verb, trigger, delivery) in Presses(reference, verbs))
                answers[($"{verb} ({trigger})", place.Id, delivery.Replace(reference, "", StringComparison.Ordinal))] =
                    (await PressAsync(chat.In(place), verb, Data(reference, delivery), trigger)).Body.Replace(reference, NoSuchCase, StringComparison.Ordinal);
        return answers;
    }

    // Every verb there is, and the refresh of each card that the case has.
    private IEnumerable<(string Verb, string Trigger, string Delivery)> Presses(string reference, ImmutableArray<string> verbs)
    {
        foreach (var verb in verbs)
            yield return (verb, "manual", $"{reference}/handler/{member.DirectoryId}");
        foreach (var card in (string[])["slt", $"handler/{member.DirectoryId}", $"handler/{Cast.Martin.DirectoryId}", $"safeguarding/{member.DirectoryId}", "opened", "reporter", $"no-files/{member.DirectoryId}"])
            yield return ("incident.view", "automatic", $"{reference}/{card}");
    }

    // All that any of them could read, so that none stops short of the case for want of it.
    private static JsonObject Data(string reference, string delivery) => JsonNode.Parse(
        """
        { "ref": "REF", "chosen": "REF", "draft": "REF", "delivery": "CARD", "number": 1, "seen": 3, "act": "Note", "note": "x", "reply": "x", "reason": "x", "holdReason": "x",
          "handTo": "x", "tell": "x", "involve": "x", "inquiry": "x", "result": "advice", "referrals": "police", "find": "x", "offer": "x" }
        """.Replace("REF", reference, StringComparison.Ordinal).Replace("CARD", delivery, StringComparison.Ordinal))!.AsObject();

    private async Task<string> FindAsync(string word)
    {
        var answer = await PressAsync(chat, "case.list", new JsonObject { ["filter"] = "Open", ["find"] = word });
        return answer.Body.Replace(word, "", StringComparison.Ordinal);
    }

    private Task<Answer> PressAsync(Participant who, string verb, JsonNode data, string trigger = "manual") => school.DeliverAsync(who.Pressing(verb, data, trigger: trigger));

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MadeIds();
}
