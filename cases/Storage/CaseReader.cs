using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PolicyBot.Cases.Storage;

/// <summary>Reads the cases of one kind. All kinds lie in one table; none of these ever sees another's.</summary>
public sealed class CaseReader<TCase> where TCase : class, ICase
{
    private readonly Reads reads;
    private readonly string kind;
    private readonly Func<JsonTypeInfo<TCase>> shape;

    // The shape is asked for with the first case: to know every kind's would cost each start a third of a second and ten megabytes.
    internal CaseReader(Reads reads, string kind, Func<JsonTypeInfo<TCase>> shape)
    {
        this.reads = reads;
        this.kind = kind;
        this.shape = shape;
    }

    public async Task<TCase?> FindAsync(CaseReference reference, CancellationToken cancellationToken) =>
        (await ReadAsync("reference = $2", [reference.ToString()], cancellationToken)).FirstOrDefault();

    public async Task<TCase?> FindByDraftAsync(string draftId, CancellationToken cancellationToken) =>
        (await ReadAsync("draft = $2", [draftId], cancellationToken)).FirstOrDefault();

    /// <summary>Somebody's own, newest first.</summary>
    public async Task<ImmutableArray<TCase>> OpenedByAsync(string personId, CancellationToken cancellationToken)
    {
        var cases = await ReadAsync("reporter = $2", [personId], cancellationToken);
        return [.. cases.Reverse()];
    }

    /// <summary>Those that stand so (see <see cref="ICase.Standing"/>), oldest first.</summary>
    public async Task<ImmutableArray<TCase>> StandingAsync(ImmutableArray<string> standings, CancellationToken cancellationToken) =>
        standings.IsEmpty ? [] : await ReadAsync($"status IN ({Places(2, standings)})", standings, cancellationToken);

    /// <summary>Those of some academies that stand so, oldest first.</summary>
    public async Task<ImmutableArray<TCase>> OfAcademiesAsync(ImmutableArray<string> academies, ImmutableArray<string> standings, CancellationToken cancellationToken) =>
        academies.IsEmpty || standings.IsEmpty
            ? []
            : await ReadAsync(
                $"academy IN ({Places(2, academies)}) AND status IN ({Places(2 + academies.Length, standings)})", [.. academies, .. standings], cancellationToken);

    private async Task<ImmutableArray<TCase>> ReadAsync(string wanted, ImmutableArray<string> values, CancellationToken cancellationToken)
    {
        var records = await reads.AllAsync(
            $"SELECT record FROM cases WHERE kind = $1 AND {wanted} ORDER BY year, number", [kind, .. values], static row => row.GetString(0), cancellationToken);
        return [.. records.Select(record => JsonSerializer.Deserialize(record, shape())!)];
    }

    private static string Places(int first, ImmutableArray<string> values) => string.Join(", ", Enumerable.Range(first, values.Length).Select(place => $"${place}"));
}
