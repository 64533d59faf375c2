namespace PolicyBot.Cases.Incidents;

/// <summary>
/// An account or a post by a name that is the same however people wrote it: <c>@North_Gossip</c>, <c>north_gossip</c> and
/// <c>https://www.instagram.com/north_gossip/?hl=en</c> are one account.
/// </summary>
public static class SeenAccount
{
    private const int LongestRead = 2000;

    /// <summary>The names of what a report is about. Two reports that share one are about the same account or post.</summary>
    public static ImmutableHashSet<string> NamesIn(Report report)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var text in (string?[])[report.Account, report.Link])
        {
            if (Post(text) is { } post)
                names.Add(post);
            if (Handle(text) is { } handle)
                names.Add($"{report.Platform}:{handle}"); // a handle is somebody else's on another platform
        }
        return names.ToImmutable();
    }

    /// <summary>The account's own name in lower case, without "@"; null when the text names none.</summary>
    public static string? Handle(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestRead)
            return null;
        var name = Address(text) is { } address
            // A profile's address is the account; a post's says whose it is in no way that holds for all platforms.
            ? address.Segments is ["/", var only] ? Uri.UnescapeDataString(only) : ""
            : text.Contains("://", StringComparison.Ordinal) ? "" : text;
        name = string.Join(' ', name.Trim().TrimEnd('/').TrimStart('@').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length < 2 ? null : name;
    }

    // What stands after "?" follows the reader about and names nothing; what stands before the host is the device.
    private static string? Post(string? text) => Address(text) is { AbsolutePath.Length: > 1 } address
        ? $"{Host(address.Host)}{address.AbsolutePath.TrimEnd('/')}".ToLowerInvariant()
        : null;

    private static Uri? Address(string? text) =>
        text is { Length: <= LongestRead } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    private static string Host(string host) =>
        host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host.StartsWith("m.", StringComparison.OrdinalIgnoreCase) ? host[2..] : host;
}
