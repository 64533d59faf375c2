using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Fakes.Graph;

/// <summary>
/// Whether a body is as Graph wants it. What is wrong is kept in words; a request that is wrong in any way is answered 400, and fails the test.
/// </summary>
internal sealed class Shape(GraphRequest request)
{
    private readonly List<string> wrong = [];

    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>The body: an object in JSON, with these properties and no others.</summary>
    public JsonObject Body(params string[] known)
    {
        if (request.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
            wrong.Add("Content-Type is not application/json");
        return Known(request.Body, "the body", known);
    }

    public JsonObject Inner(JsonObject of, string name, params string[] known) => Known(of[name] as JsonObject, name, known);

    public string Text(JsonObject of, string name, int longest = 255)
    {
        var text = of[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
        if (text is not { Length: > 0 } || text.Length > longest)
            wrong.Add($"{name} is not a text of 1 to {longest} characters");
        return text ?? "";
    }

    public long Number(JsonObject of, string name)
    {
        if (of[name] is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<long>(out var number))
            return number;
        wrong.Add($"{name} is not a whole number");
        return 0;
    }

    public ImmutableArray<JsonNode?> List(JsonObject of, string name, int fewest, int most)
    {
        var list = of[name] as JsonArray ?? [];
        if (list.Count < fewest || list.Count > most)
            wrong.Add($"{name} is not a list of {fewest} to {most}");
        return [.. list];
    }

    public void Check(bool right, string what)
    {
        if (!right)
            wrong.Add(what);
    }

    /// <summary>Only these parameters stand in the query.</summary>
    public void Query(params string[] known)
    {
        foreach (var name in request.Query.Keys.Except(known, StringComparer.Ordinal))
            wrong.Add($"there is no parameter {name}");
    }

    /// <summary>$select names something, and only of these.</summary>
    public void Selects(params string[] known)
    {
        Check(request.Selected.Length > 0, "$select is missing: everything would be sent");
        foreach (var name in request.Selected.Except(known, StringComparer.Ordinal))
            wrong.Add($"there is no property {name}");
    }

    private JsonObject Known(JsonObject? found, string what, string[] known)
    {
        if (found is null)
            wrong.Add($"{what} is no JSON object");
        foreach (var (name, _) in found ?? [])
            if (!known.Contains(name, StringComparer.Ordinal))
                wrong.Add($"{what} has no property {name}");
        return found ?? [];
    }
}
