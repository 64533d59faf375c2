using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Cards.Incidents;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Storage;
using PolicyBot.Cases.Trail;

namespace PolicyBot.Bot.Commands;

/// <summary>A case file for machines: every field of the record, every entry of the trail, and whether they fit together.</summary>
internal static class CaseFileJson
{
    public static JsonObject Of(StoredCase stored, Trust trust, DateTimeOffset now) => new()
    {
        ["reference"] = stored.Reference.ToString(),
        ["exportedAt"] = Moment(now, trust),
        ["redacted"] = false,
        ["verified"] = stored.Faults.IsEmpty,
        ["faults"] = new JsonArray([.. stored.Faults.Select(fault => (JsonNode)fault)]),
        ["record"] = Parsed(stored.Record),
        ["trail"] = new JsonArray([.. stored.Trail.Select(entry => (JsonNode)Entry(entry, trust))]),
    };

    // "dataAsHashed" is the text that went into the hash, byte for byte: with it anybody can compute the chain again.
    private static JsonObject Entry(TrailEntry entry, Trust trust) => new()
    {
        ["sequence"] = entry.Sequence,
        ["what"] = TrailSteps.Name(entry.Type),
        ["type"] = entry.Type,
        ["at"] = Moment(entry.At, trust),
        ["unixMilliseconds"] = entry.At.ToUnixTimeMilliseconds(),
        ["actor"] = entry.Actor,
        ["actorName"] = trust.FindPerson(entry.Actor)?.Name ?? "",
        ["data"] = Parsed(entry.Data),
        ["dataAsHashed"] = entry.Data,
        ["previous"] = entry.Previous,
        ["hash"] = entry.Hash,
    };

    private static JsonNode? Parsed(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json; // altered so far that it is no JSON any more; the faults say so
        }
    }

    private static string Moment(DateTimeOffset moment, Trust trust) => trust.Local(moment).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
