using System.Collections.Immutable;

namespace PolicyBot.Policy.Adding;

/// <summary>Cuts a section into clauses: each can be quoted alone and then says what it says in its place.</summary>
internal static class ClauseCut
{
    private const int LongestTable = 1_500;
    private const int MostRegrouped = 6;
    private const int FewestWordsOfAStatement = 5;

    /// <summary>The clauses of a section, in its order.</summary>
    /// <param name="earlier">The clauses of the earlier issue, spaces folded: what somebody put together there stays together.</param>
    public static ImmutableArray<string> Of(ImmutableArray<Block> blocks, IReadOnlySet<string> earlier)
    {
        var clauses = new List<string>();
        for (var at = 0; at < blocks.Length;)
        {
            var (text, depth) = blocks[at] is Block.Item item ? (item.Text, item.Depth) : (blocks[at] is Block.Paragraph paragraph ? paragraph.Text : "", -1);
            if (blocks[at] is Block.Table table)
            {
                clauses.AddRange(Rows(table));
                at++;
                continue;
            }
            at++;
            if (FrontPage.Stamp(text) is not null || !text.Any(char.IsLetterOrDigit))
                continue;
            if (Sentences.Of(text) is not [.., var last] sentences)
                continue;
            var beneath = Beneath(blocks[at..], depth, last);
            clauses.AddRange(sentences.SkipLast(beneath.IsEmpty ? 0 : 1));
            if (!beneath.IsEmpty)
                clauses.Add(string.Join('\n', beneath.SelectMany(block => Printed.Lines(block)).Select(line => line.TrimStart()).Prepend(last)));
            at += beneath.Length;
        }
        return Regrouped(clauses, earlier);
    }

    // What completes the sentence before it: deeper items always, a list or a table after "are:" or "Staff must".
    private static ImmutableArray<Block> Beneath(ImmutableArray<Block> rest, int depth, string last)
    {
        var leadsIn = IsLeadIn(last);
        if (leadsIn && rest is [Block.Table { Rows: var rows }, ..] && rows.Sum(row => row.Length) <= LongestTable)
            return rest[..1];
        var items = rest.TakeWhile(block => block is Block.Item item && item.Depth > (leadsIn && depth < 0 ? -1 : depth)).ToImmutableArray();
        var needsLeadIn = depth >= 0 || leadsIn && (Duty.IsTurned(last) || !items.OfType<Block.Item>().All(StandsAlone));
        return needsLeadIn ? items : [];
    }

    private static bool IsLeadIn(string sentence) => sentence.EndsWith(':') || !Sentences.IsFinished(sentence) && Duty.IsIn(sentence);

    private static bool StandsAlone(Block.Item item) =>
        Sentences.IsFinished(item.Text) && item.Text is [>= 'A' and <= 'Z', ..] && Duty.IsIn(item.Text) && Alike.WordsOf(item.Text).Length >= FewestWordsOfAStatement;

    private static ImmutableArray<string> Rows(Block.Table table) =>
        table.Rows.Sum(row => row.Length) <= LongestTable ? [string.Join('\n', table.Rows)] : table.Rows;

    private static ImmutableArray<string> Regrouped(List<string> clauses, IReadOnlySet<string> earlier)
    {
        var grouped = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < clauses.Count;)
        {
            var taken = 1;
            var text = clauses[at];
            for (var many = Math.Min(MostRegrouped, clauses.Count - at); many > 1 && taken == 1; many--)
            {
                foreach (var between in (string[])[" ", "\n- "])
                {
                    var together = string.Join(between, clauses.GetRange(at, many));
                    if (earlier.Contains(Spaces.Fold(together)))
                        (taken, text) = (many, together);
                }
            }
            grouped.Add(text);
            at += taken;
        }
        return grouped.ToImmutable();
    }
}
