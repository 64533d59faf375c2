using Microsoft.Extensions.Options;
using PolicyBot.Cases.Records;

namespace PolicyBot.Bot.Graph.Records;

/// <summary>The lists and libraries of the record: the open ones, and those of the restricted site.</summary>
internal sealed class RecordSites
{
    private readonly ImmutableDictionary<string, RecordList> open;

    public RecordSites(SharePoint sharePoint, IOptions<RecordOptions> options)
    {
        var (site, restricted) = (options.Value.Site!, options.Value.RestrictedSite!);
        open = RecordLists.Open.ToImmutableDictionary(name => name, name => new RecordList(sharePoint, site, name), StringComparer.Ordinal);
        Restricted = new RecordList(sharePoint, restricted, RecordLists.Restricted);
        Evidence = new RecordLibrary(sharePoint, site, RecordLists.Evidence, options);
        RestrictedEvidence = new RecordLibrary(sharePoint, restricted, RecordLists.RestrictedEvidence, options);
    }

    public RecordList Restricted { get; }

    public RecordLibrary Evidence { get; }

    public RecordLibrary RestrictedEvidence { get; }

    public RecordList Open(string name) => open[name];
}
