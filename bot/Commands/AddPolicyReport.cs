using PolicyBot.Policy.Adding;

namespace PolicyBot.Bot.Commands;

/// <summary>What became of a policy that was given to the bot.</summary>
internal enum Added
{
    New,
    Replaced,
    Same,

    /// <summary>It would replace one that is there, and nobody has said that it may.</summary>
    NotYet,
}

/// <summary>Says what was added, changed and removed, and what people have to write next.</summary>
internal static class AddPolicyReport
{
    private const int WordsShown = 70;

    public static void Write(TextWriter output, ComposedPolicy policy, GuidanceGaps gaps, string target, Added added)
    {
        var title = policy.Document.Title;
        var size = $"{Counted(policy.Document.Sections.Length, "section")}, {Counted(policy.Document.Clauses.Length, "clause")}";
        output.WriteLine(added switch
        {
            Added.New => $"Added {title} in {target}: {size}.",
            Added.Replaced => $"Replaced {title} in {target}: {size}.",
            Added.Same => $"{title} in {target} is this policy already. Nothing was changed.",
            _ => $"{title} is there already, in {target}. Nothing was changed: run it again with --replace to make the changes below.",
        });
        foreach (var remark in policy.Remarks)
            output.WriteLine($"- {remark}");
        if (added is Added.Replaced or Added.NotYet)
            WriteChanges(output, policy.Changes);
        WriteGaps(output, gaps);
        WriteWaiting(output, gaps.Waiting, target);
    }

    private static void WriteChanges(TextWriter output, Changes changes)
    {
        output.WriteLine();
        output.WriteLine($"Unchanged: {Counted(changes.Unchanged, "clause")}.");
        List(output, "New:", changes.Added.Select(clause => $"{clause.Id}: {Shown(clause.Text)}"));
        List(output, "Reworded, with the same id. Read whether what is said of them is still true:", changes.Reworded.Select(clause => $"{clause.Id}: {Shown(clause.Before)} -> {Shown(clause.After)}"));
        List(output, "Gone:", changes.Removed.Select(clause => $"{clause.Id}: {Shown(clause.Text)}"));
    }

    private static void WriteGaps(TextWriter output, GuidanceGaps gaps)
    {
        List(output, "Situations that name a clause which is not there. Mend situations.json, or the bot refuses the folder:", gaps.Astray.Select(pair => $"{pair.Situation}: {pair.Clause}"));
        List(output, "Clauses that no situation leads to yet. Staff find them only by the policy's own words:", gaps.Unasked.Select(clause => $"{clause.Id}: {Shown(clause.Text)}"));
    }

    private static void WriteWaiting(TextWriter output, ImmutableArray<string> waiting, string target)
    {
        List(
            output, "Short answers that were not reviewed for the words that their clauses have now. Staff get the clauses without them until somebody has read both:",
            waiting.Select(situation => $"{Path.GetFileName(target)}/{situation}"));
        if (!waiting.IsEmpty)
            output.WriteLine($"Read them with: review \"{Path.GetDirectoryName(target)}\". Mend situations.json where it has to be, then confirm what you have read with: review \"{Path.GetDirectoryName(target)}\" --confirm NAME …");
    }

    private static void List(TextWriter output, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(heading);
        all.ForEach(line => output.WriteLine($"- {line}"));
    }

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    private static string Shown(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= WordsShown ? line : $"{line[..WordsShown].TrimEnd()} …";
    }
}
