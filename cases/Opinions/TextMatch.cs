namespace PolicyBot.Cases.Opinions;

/// <summary>A second opinion that a text was found to belong to.</summary>
/// <param name="Exact">True when it is that text to the last letter; otherwise it only resembles it, and no decision covers it.</param>
public sealed record TextMatch(SecondOpinion Opinion, bool Exact)
{
    private const double Alike = 0.6;

    /// <summary>The opinion that this text, as it was typed, belongs to; null when there is none. Of several the newest, and one that was agreed before others.</summary>
    /// <param name="mine">The author's own, newest first.</param>
    public static TextMatch? Find(string text, ImmutableArray<SecondOpinion> mine)
    {
        var standing = mine.Where(opinion => opinion.Status is not OpinionStatus.Withdrawn).OrderByDescending(opinion => opinion.IsAgreed).ToImmutableArray();
        if (standing.FirstOrDefault(opinion => opinion.Post.Text == text) is { } same)
            return new TextMatch(same, Exact: true);
        return standing.Select(opinion => (Opinion: opinion, Share: Share(text, opinion.Post.Text))).Where(each => each.Share >= Alike)
            .OrderByDescending(each => each.Share).Select(each => new TextMatch(each.Opinion, Exact: false)).FirstOrDefault();
    }

    // Of all pairs of letters that stand side by side in either text, how many are in both: an edited letter here or there costs little.
    private static double Share(string one, string other)
    {
        var (first, second) = (Pairs(one), Pairs(other));
        if (first.Count == 0 || second.Count == 0)
            return 0;
        var both = first.Count(second.Contains);
        return 2.0 * both / (first.Count + second.Count);
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        var letters = text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray();
        return [.. letters.Zip(letters.Skip(1))];
    }
}
