using PolicyBot.Cases.Incidents;

namespace PolicyBot.Bot.Channel;

/// <summary>What became of an attempt to fetch a file.</summary>
internal abstract record Download
{
    private Download()
    {
    }

    public sealed record Received(byte[] Bytes) : Download;

    /// <summary>It is not to be had, however often it is tried.</summary>
    public sealed record Refused(EvidenceFault Why) : Download;

    /// <summary>It may be had later: not before <c>After</c>, when that is given.</summary>
    public sealed record Later(TimeSpan? After) : Download;
}

/// <summary>The content of a message that shows a file in somebody's OneDrive.</summary>
internal sealed record FileInfoContent(string UniqueId, string FileType);
