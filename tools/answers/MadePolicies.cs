using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyBot.AnswersBenchmark;

/// <summary>
/// A folder with the shipped policy and as many more of its size as asked for. Each has the shipped one's sections and clauses, with every third word
/// exchanged for one from another place of it, so that clauses share words as real policies do and no two are the same.
/// </summary>
internal sealed class MadePolicies : IDisposable
{
    public MadePolicies(string shipped, int count)
    {
        foreach (var file in Directory.GetFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var policy = File.ReadAllText(Path.Combine(shipped, "social-media", "policy.json"));
        var words = JsonNode.Parse(policy)!["sections"]!.AsArray().SelectMany(section => section!["clauses"]!.AsArray())
            .SelectMany(clause => ((string)clause!["text"]!).Split(' ')).ToArray();
        for (var number = 0; number < count; number++)
            Write(JsonNode.Parse(policy)!.AsObject(), words, number, new Random(number));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("policies-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(JsonObject policy, string[] words, int number, Random random)
    {
        policy["title"] = string.Create(CultureInfo.InvariantCulture, $"Policy {number}");
        var text = new StringBuilder();
        var clauses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in policy["sections"]!.AsArray())
        {
            text.Append('\n').AppendJoin("\n\n", section!["path"]!.AsArray().Select(heading => (string)heading!)).Append("\n\n");
            foreach (var clause in section["clauses"]!.AsArray().Select(each => each!.AsObject()))
            {
                var id = (string?)clause["id"] ?? (string)clause["sameAs"]!;
                if (!clauses.TryGetValue(id, out var made))
                    clauses[id] = made = string.Join(' ', ((string)clause["text"]!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                        .Select((word, at) => at % 3 == 2 ? words[random.Next(words.Length)].Trim() : word));
                clause["text"] = made;
                text.Append(made).Append('\n');
            }
        }

        var folder = Directory.CreateDirectory(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"policy-{number:D4}"))).FullName;
        File.WriteAllText(Path.Combine(folder, "policy.json"), policy.ToJsonString());
        File.WriteAllText(Path.Combine(folder, "policy.txt"), text.ToString());
    }
}
