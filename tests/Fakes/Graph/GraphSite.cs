using System.Globalization;
using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Fakes.Graph;

/// <summary>A site of SharePoint with its lists and libraries.</summary>
/// <param name="Id">As Graph gives it: host and two ids.</param>
/// <param name="Path">Its address below the host.</param>
internal sealed record GraphSite(string Id, string Path)
{
    public List<GraphList> Lists { get; } = [];

    public GraphList List(string name) => Lists.Single(list => list.Name == name);
}

/// <summary>A list, or a library: then its files are in it too.</summary>
internal sealed record GraphList(string Id, string Name, bool IsLibrary)
{
    private int last;

    public List<JsonObject> Columns { get; } = [];

    /// <summary>The roles that applications were given on just this list, by client id.</summary>
    public List<(string Client, string Role)> Grants { get; } = [];

    public List<GraphItem> Items { get; } = [];

    /// <summary>The files of a library, by their path in it.</summary>
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public string Drive => $"b!{Id}";

    /// <summary>An item as somebody puts it in by hand, or as a create leaves it.</summary>
    public GraphItem Add(JsonObject fields)
    {
        var item = new GraphItem(++last, fields);
        Items.Add(item);
        return item;
    }

    /// <summary>The items of a case.</summary>
    public IReadOnlyList<GraphItem> Of(string key) => [.. Items.Where(item => item.Text("CaseKey") == key)];
}

internal sealed record GraphItem(int Id, JsonObject Fields)
{
    public int Changes { get; private set; } = 1;

    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"6f0e{Id:0000},{Changes}\"");

    public string? Text(string field) => Fields[field]?.ToString();

    /// <summary>As somebody changes it by hand.</summary>
    public void Set(string field, JsonNode? value)
    {
        Fields[field] = value;
        Changes++;
    }
}
