using System.Text.Json;

namespace PolicyBot.Policy.Adding;

/// <summary>What a policy in the folder is called, and whose it is.</summary>
public sealed record PolicyHead(string Title, string Trust)
{
    /// <summary>Reads it from policy.json.</summary>
    /// <exception cref="PolicyException">It is not a policy.json.</exception>
    public static PolicyHead Read(string file, string json)
    {
        var policy = Parse(file, json);
        return new PolicyHead(policy.Title, policy.Trust);
    }

    internal static PolicyFile Parse(string file, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FileJson.Default.PolicyFile) ?? throw new PolicyException($"{file}: the file says null.");
        }
        catch (JsonException fault)
        {
            throw new PolicyException($"{file}: {fault.Message}", fault);
        }
    }
}
