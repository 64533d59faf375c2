using System.Text.Json.Nodes;
using static PolicyBot.Bot.Commands.ManifestRules;

namespace PolicyBot.Bot.Commands;

/// <summary>The web addresses in a manifest: https everywhere, and no page from a domain that the manifest does not claim.</summary>
internal static class ManifestAddresses
{
    internal static IEnumerable<string> Check(JsonObject app)
    {
        var domains = (app["validDomains"] as JsonArray)?.Select(Text).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        foreach (var domain in domains.Where(domain => !Unfilled(domain) && Uri.CheckHostName(domain) != UriHostNameType.Dns))
        {
            yield return domain.Contains('*', StringComparison.Ordinal)
                ? $"validDomains holds '{domain}': name each host in full, for a wildcard also trusts hosts that are not yours."
                : $"validDomains holds '{domain}': give the host alone, such as policybot.example, without https:// or a path.";
        }
        foreach (var (where, url) in Urls(app, "").Where(url => !Unfilled(url.Url)))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not "https")
            {
                yield return $"{where} is '{url}': Teams opens https:// addresses only.";
            }
            else if (where.EndsWith(".contentUrl", StringComparison.Ordinal) && !domains.Contains(address.Host))
            {
                yield return $"{where} is on {address.Host}: add that host to validDomains, or Teams shows an empty tab.";
            }
        }
    }

    private static bool Unfilled(string value) => value.Contains("${{", StringComparison.Ordinal);

    private static IEnumerable<(string Where, string Url)> Urls(JsonNode? node, string at) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key.EndsWith("Url", StringComparison.Ordinal)
            ? [(at + member.Key, Text(member.Value) ?? "")]
            : Urls(member.Value, at + member.Key + ".")),
        JsonArray items => items.SelectMany(item => Urls(item, at)),
        _ => [],
    };
}
