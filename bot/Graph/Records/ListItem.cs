using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.Cases.Records;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>An item of one of the lists, as it is there now.</summary>
/// <param name="ETag">Its version, for <c>If-Match</c>.</param>
/// <param name="Values">What stands in our columns, in the form of <see cref="RecordColumn.Value"/>; columns that are empty are missing.</param>
internal sealed record ListItem(int Id, string ETag, FrozenDictionary<string, string> Values)
{
    public string? Key => Values.GetValueOrDefault(RecordColumns.Key);

    /// <summary>0 when somebody has emptied it: then anything is newer.</summary>
    public int Version => int.TryParse(Values.GetValueOrDefault(RecordColumns.Version), CultureInfo.InvariantCulture, out var version) ? version : 0;

    public static ListItem Read(JsonElement item)
    {
        var fields = item.GetProperty("fields");
        return new ListItem(
            int.Parse(item.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), item.GetProperty("eTag").GetString()!,
            RecordColumns.All.Select(column => KeyValuePair.Create(column.Name, fields.TryGetProperty(column.Name, out var value) ? Text(column.Kind, value) : null))
                .Where(pair => pair.Value is not null).ToFrozenDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal));
    }

    /// <summary>The columns in which it differs from what the database says.</summary>
    public ImmutableArray<string> DiffersIn(RecordEntry entry) =>
        [.. RecordColumns.All.Where(column => !string.Equals(column.Value(entry), Values.GetValueOrDefault(column.Name), StringComparison.Ordinal)).Select(column => column.Name)];

    /// <summary>The fields of an item, as Graph takes them; what is empty is sent as such, so that it is emptied.</summary>
    public static string Fields(RecordEntry entry)
    {
        var fields = new JsonObject { ["Title"] = entry.Reference.ToString() };
        foreach (var column in RecordColumns.All)
            fields[column.Name] = column.Value(entry) is not { } value ? null
                : column.Kind is ColumnKind.Number ? JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture))
                : JsonValue.Create(value);
        return fields.ToJsonString();
    }

    private static string? Text(ColumnKind kind, JsonElement value) => (kind, value.ValueKind) switch
    {
        // SharePoint keeps every number as a fraction.
        (_, JsonValueKind.Number) => value.GetDecimal().ToString("0.############", CultureInfo.InvariantCulture),
        (ColumnKind.Moment, JsonValueKind.String) when value.TryGetDateTimeOffset(out var at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        (_, JsonValueKind.String) => value.GetString() is { Length: > 0 } text ? text : null,
        (_, JsonValueKind.Null or JsonValueKind.Undefined) => null,
        _ => value.GetRawText(),
    };
}
