using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyBot.Policy.Drafts.Rules;

namespace PolicyBot.Policy.Drafts;

/// <summary>
/// Holds a draft against the rules beside the policies: by its form (<see cref="DraftRules"/>), by ways of saying it that were learnt (<see cref="DraftReader"/>), and by a trust's own
/// words. Pure, and safe for many at a time.
/// </summary>
public sealed class DraftChecker : IDraftChecker
{
    private readonly FrozenDictionary<string, DraftRule> rules;
    private readonly Lazy<DraftReader> reader;

    /// <summary>Checks against the rules of these policies. What was learnt is loaded with the first draft.</summary>
    public DraftChecker(PolicyLibrary library)
        : this(library, DraftReader.Shipped)
    {
    }

    internal DraftChecker(PolicyLibrary library, Lazy<DraftReader> reader)
    {
        rules = library.Guidance.DraftRules.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
        this.reader = reader;
    }

    public ImmutableArray<Finding> Check(Draft draft)
    {
        var raised = DraftRules.In(draft).Concat(OwnWords(draft)).Concat(reader.Value.Read(draft)).ToList();
        return
        [
            .. raised.GroupBy(each => each.Rule, StringComparer.Ordinal)
                .Where(each => rules.ContainsKey(each.Key))
                .Select(each => each.First()) // the form is surer than the reader
                .Select(each => rules[each.Rule].Finding(each.Severity, each.Words))
                .OrderByDescending(finding => finding.Severity),
        ];
    }

    private IEnumerable<Raised> OwnWords(Draft draft) =>
        from rule in rules.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)
        from phrase in rule.Phrases
        where Find(draft.Text, phrase) >= 0
        select new Raised(rule.Id, rule.Minor is null ? Severity.Serious : Severity.Minor, draft.Text.Substring(Find(draft.Text, phrase), phrase.Length));

    // Whole words: "raffle" is not found in "giraffles".
    private static int Find(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + phrase.Length == text.Length || !char.IsLetterOrDigit(text[at + phrase.Length])))
                return at;
        }

        return -1;
    }
}
