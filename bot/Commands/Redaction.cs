using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyBot.Cases.People;

namespace PolicyBot.Bot.Commands;

/// <summary>
/// Takes third parties out of a case file: whom it is about, who is affected or was involved, and a reporter who asked for confidence. Each becomes
/// "Person A", "Person B" and so on, everywhere alike. Those who acted on the case stay. Somebody whom only the text names, and no directory knows,
/// cannot be found: a person has to read the file before it leaves the Trust.
/// </summary>
internal sealed partial class Redaction
{
    private const int ShortestPart = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, string> standIns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(Regex Name, string StandIn)> names = [];

    private Redaction() { }

    /// <summary>The case file without them.</summary>
    public static JsonObject Of(JsonObject file, Trust trust)
    {
        var redacted = (JsonObject)file.DeepClone();
        var record = redacted["record"] as JsonObject ?? [];
        var reporter = (record["reporter"] ?? record["asker"])?["id"]?.ToString() ?? "";
        var confidential = record["report"]?["confidential"]?.GetValue<bool>() is true;
        var acting = redacted["trail"]!.AsArray().Select(entry => entry!["actor"]!.ToString()).Where(actor => !(confidential && Same(actor, reporter)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        var redaction = new Redaction();
        foreach (var person in PeopleIn(redacted).Where(person => !acting.Contains(person.Id)))
            redaction.Hide(person.Id, person.Name);
        if (confidential)
            redaction.Hide(reporter, trust.FindPerson(reporter)?.Name ?? "");
        if (record["report"]?["account"]?.ToString() is { Length: >= ShortestPart } account)
            redaction.names.Add((Whole(account), "(taken out)"));
        if (record["report"]?["aboutOthers"]?.ToString() is { Length: > 0 } others)
            redaction.Hide(others, others);
        var text = redacted.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var person in trust.People.Where(person => !acting.Contains(person.Id) && text.Contains(person.Name, StringComparison.OrdinalIgnoreCase)))
            redaction.Hide(person.Id, person.Name);

        redaction.Walk(redacted);
        redacted["redacted"] = true;
        return redacted;
    }

    private void Hide(string id, string name)
    {
        if (id.Length == 0 || !standIns.TryAdd(id, $"Person {Letter(standIns.Count)}"))
            return;
        foreach (var part in (string[])[name, .. name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= ShortestPart && char.IsUpper(part[0]))])
            if (part.Trim().Length >= ShortestPart)
                names.Add((Whole(part), standIns[id]));
        // Whole names before their parts, or half of a name would be left.
        names.Sort((one, other) => other.Name.ToString().Length.CompareTo(one.Name.ToString().Length));
    }

    private static Regex Whole(string name) => new($@"(?<!\w){Regex.Escape(name.Trim())}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    private static string Letter(int number) => number < 26 ? $"{(char)('A' + number)}" : $"{(char)('A' + number / 26 - 1)}{(char)('A' + number % 26)}";

    private void Walk(JsonObject from)
    {
        foreach (var (field, value) in from.ToArray())
        {
            if (field is "dataAsHashed")
                from.Remove(field);
            else if (field is "account" or "link" && value is JsonValue)
                from[field] = "(taken out)";
            else if (value is JsonValue text && text.TryGetValue<string>(out var said))
                from[field] = Without(said);
            else
                Into(value);
        }
    }

    private void Into(JsonNode? node)
    {
        if (node is JsonObject inner)
        {
            Walk(inner);
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is JsonValue text && text.TryGetValue<string>(out var said))
                    list[i] = Without(said);
                else
                    Into(list[i]);
            }
        }
    }

    private string Without(string text) => standIns.GetValueOrDefault(text)
        ?? names.Aggregate(Address().Replace(text, "(taken out)"), (left, hidden) => hidden.Name.Replace(left, hidden.StandIn));

    // An account, an e-mail address and a link lead to a person as well as a name does.
    [GeneratedRegex(@"https?://\S+|[\w.+-]*@[\w.-]{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Address();

    // A person is an id with a name, wherever in a record or an entry they stand.
    private static IEnumerable<(string Id, string Name)> PeopleIn(JsonNode? node) => node switch
    {
        JsonObject person when person.Count == 2 && person["id"] is JsonValue id && person["name"] is JsonValue name => [(id.ToString(), name.ToString())],
        JsonObject inner => inner.SelectMany(field => PeopleIn(field.Value)),
        JsonArray list => list.SelectMany(PeopleIn),
        _ => [],
    };

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
