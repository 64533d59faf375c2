using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Cases.Records;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>Something that is still to be made.</summary>
/// <param name="Words">What it is, as an administrator reads it before anything is done.</param>
internal sealed record ProvisionStep(string Words, Func<CancellationToken, Task> DoAsync);

/// <summary>
/// Makes the lists and libraries of the record, and gives the bot the right to write to just those. What is there already is left as it is, so that it can be run again after it
/// was stopped half-way, and says when there is nothing to do.
/// </summary>
/// <param name="client">The bot's application id.</param>
internal sealed class Provisioning(SharePoint sharePoint, string client)
{
    /// <summary>What is missing, in order.</summary>
    public async Task<ImmutableArray<ProvisionStep>> PlanAsync(string site, string restrictedSite, CancellationToken cancellationToken)
    {
        var steps = ImmutableArray.CreateBuilder<ProvisionStep>();
        foreach (var list in RecordLists.Open)
            steps.AddRange(await ForAsync(site, list, isLibrary: false, cancellationToken));
        steps.AddRange(await ForAsync(site, RecordLists.Evidence, isLibrary: true, cancellationToken));
        steps.AddRange(await ForAsync(restrictedSite, RecordLists.Restricted, isLibrary: false, cancellationToken));
        steps.AddRange(await ForAsync(restrictedSite, RecordLists.RestrictedEvidence, isLibrary: true, cancellationToken));
        return steps.ToImmutable();
    }

    /// <summary>The id of a site from its address.</summary>
    public async Task<string?> SiteAsync(Uri address, CancellationToken cancellationToken) =>
        (await sharePoint.FindAsync($"/sites/{address.Host}:{address.AbsolutePath.TrimEnd('/')}", SharePoint.Single, cancellationToken))?.GetProperty("id").GetString();

    /// <summary>The body that makes a list, or a library.</summary>
    public static string ListBody(string name, bool isLibrary)
    {
        var body = new JsonObject { ["displayName"] = name, ["list"] = new JsonObject { ["template"] = isLibrary ? "documentLibrary" : "genericList" } };
        if (!isLibrary)
            body["columns"] = new JsonArray([.. RecordColumns.All.Select(column => (JsonNode)Body(column))]);
        return body.ToJsonString();
    }

    /// <summary>True when a column that is there can be used as this one.</summary>
    public static bool Fits(RecordColumn column, JsonElement found) =>
        (!column.Unique || Is(found, "enforceUniqueValues")) && (!column.Indexed || Is(found, "indexed"))
        && found.TryGetProperty(column.Kind switch { ColumnKind.Number => "number", ColumnKind.Moment => "dateTime", _ => "text" }, out _);

    private async Task<IEnumerable<ProvisionStep>> ForAsync(string site, string name, bool isLibrary, CancellationToken cancellationToken)
    {
        var list = $"/sites/{site}/lists/{Uri.EscapeDataString(name)}";
        var grant = new ProvisionStep($"Let the bot write to \"{name}\".", token => sharePoint.SendAsync(Method.POST, $"{list}/permissions", SharePoint.Permission, Grant(), null, token));
        if (await sharePoint.FindAsync($"{list}?$select=id", SharePoint.Single, cancellationToken) is null)
            return [new ProvisionStep($"Make the {(isLibrary ? "library" : "list")} \"{name}\".", token => sharePoint.SendAsync(Method.POST, $"/sites/{site}/lists", SharePoint.Change, ListBody(name, isLibrary), null, token)), grant];

        var steps = new List<ProvisionStep>();
        if (!isLibrary)
        {
            var columns = (await sharePoint.SendAsync(Method.GET, $"{list}/columns?$top=200", SharePoint.Change, null, null, cancellationToken))!.Value.GetProperty("value").EnumerateArray().ToList();
            steps.AddRange(RecordColumns.All.Where(column => !columns.Exists(found => found.GetProperty("name").GetString() == column.Name))
                .Select(column => new ProvisionStep(
                    $"Add the column {column.Name} to \"{name}\".", token => sharePoint.SendAsync(Method.POST, $"{list}/columns", SharePoint.Change, Body(column).ToJsonString(), null, token))));
        }
        var grants = (await sharePoint.SendAsync(Method.GET, $"{list}/permissions", SharePoint.Permission, null, null, cancellationToken))!.Value;
        if (!grants.GetProperty("value").EnumerateArray().Any(IsOurs))
            steps.Add(grant);
        return steps;
    }

    private bool IsOurs(JsonElement grant) =>
        grant.TryGetProperty("grantedToV2", out var to) && to.TryGetProperty("application", out var application) && application.GetProperty("id").GetString() is { } id
        && id.Equals(client, StringComparison.OrdinalIgnoreCase) && grant.GetProperty("roles").EnumerateArray().Any(role => role.GetString() is "write" or "owner" or "fullcontrol");

    private string Grant() => new JsonObject
    {
        ["roles"] = new JsonArray("write"),
        ["grantedToV2"] = new JsonObject { ["application"] = new JsonObject { ["id"] = client, ["displayName"] = "PolicyBot" } },
    }.ToJsonString();

    private static JsonObject Body(RecordColumn column)
    {
        var body = new JsonObject { ["name"] = column.Name };
        if (column.Indexed)
            body["indexed"] = true;
        if (column.Unique)
            (body["enforceUniqueValues"], body["required"]) = (true, true);
        body[column.Kind switch { ColumnKind.Number => "number", ColumnKind.Moment => "dateTime", _ => "text" }] = column.Kind switch
        {
            ColumnKind.Number => new JsonObject { ["decimalPlaces"] = "none" },
            ColumnKind.Moment => new JsonObject { ["format"] = "dateTime" },
            _ => new JsonObject { ["maxLength"] = 255 },
        };
        return body;
    }

    private static bool Is(JsonElement of, string flag) => of.TryGetProperty(flag, out var value) && value.ValueKind is JsonValueKind.True;
}
