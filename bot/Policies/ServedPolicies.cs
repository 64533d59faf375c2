using PolicyBot.Policy;

namespace PolicyBot.Bot.Policies;

/// <summary>The policies that are served now. They are exchanged whole, in one assignment; while the folder is broken the ones before go on serving.</summary>
internal sealed class ServedPolicies
{
    // Whoever saves into the folder without a pause is not waited for longer than this.
    private static readonly TimeSpan LongestSaving = TimeSpan.FromSeconds(30);

    private readonly Lock looking = new();
    private readonly string folder;
    private readonly Func<PolicyLibrary, IPolicyAnswerer>? answering;
    private volatile Edition current;
    private volatile string? fault;
    private string trace;
    private string? saving;
    private DateTimeOffset savingSince;

    /// <summary>Serves a folder from now on.</summary>
    /// <param name="answering">As <see cref="Edition.Load"/>.</param>
    /// <exception cref="PolicyException">The folder cannot be used; the message names the file.</exception>
    public ServedPolicies(string folder, Func<PolicyLibrary, IPolicyAnswerer>? answering = null)
    {
        this.answering = answering;
        this.folder = Path.GetFullPath(folder);
        trace = FolderTrace.Of(this.folder); // before it is read: what changes meanwhile is seen at the next look
        current = Edition.Load(this.folder, answering);
    }

    public string Folder => folder;

    public Edition Current => current;

    /// <summary>The file that keeps the folder from being used and what is wrong with it; null while the folder is as served.</summary>
    public string? Fault => fault;

    /// <summary>
    /// Looks at the folder. What has changed is read once two looks have found it the same, so that no save is read half-way. Nobody's
    /// question waits for it.
    /// </summary>
    /// <returns>True when somebody may still be saving: look again soon.</returns>
    public bool Look(DateTimeOffset now)
    {
        lock (looking)
            return LookAlone(now);
    }

    private bool LookAlone(DateTimeOffset now)
    {
        var seen = FolderTrace.Of(folder);
        if (seen == trace && fault is null)
        {
            saving = null;
            return false;
        }
        savingSince = saving is null ? now : savingSince;
        if (seen != saving && now - savingSince < LongestSaving)
        {
            saving = seen;
            return true;
        }
        saving = null;
        Read(seen);
        return false;
    }

    private void Read(string seen)
    {
        try
        {
            current = Edition.Load(folder, answering);
            fault = null;
        }
#pragma warning disable CA1031 // However a file is broken, the policies that were read before go on serving.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            fault = (broken is PolicyException ? broken.Message : $"{folder}: it cannot be read ({broken.GetType().Name}).").Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        }
        trace = seen;
    }
}
