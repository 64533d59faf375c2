using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>Turns the files' shapes into the records that the bot uses, and refuses what does not fit together.</summary>
internal static class Assemble
{
    public static PolicyDocument Document(string file, PolicyFile policy, string fullText)
    {
        var texts = SectionTexts.Cut(file, fullText, policy);
        var firsts = FirstPlaces(file, policy);
        var sections = policy.Sections.Select((section, number) => new Section(
            [.. section.Path],
            texts[number],
            [.. section.Clauses.Select(clause => firsts[clause.Id ?? clause.SameAs!])]));
        return new PolicyDocument(
            policy.Title, policy.Trust, policy.IssueNumber, policy.Status, policy.Responsible, policy.ApprovedBy, policy.Date, policy.ReviewDate,
            policy.SponsoredBy, policy.Mission, fullText, [.. sections]);
    }

    private static Dictionary<string, Clause> FirstPlaces(string file, PolicyFile policy)
    {
        var clauses = new Dictionary<string, Clause>(StringComparer.Ordinal);
        foreach (var section in policy.Sections)
        {
            foreach (var printed in section.Clauses)
            {
                switch (printed)
                {
                    case { Id: { } id, SameAs: null }:
                        if (!clauses.TryAdd(id, new Clause(id, clauses.Count + 1, [.. section.Path], printed.Text, [])))
                            throw new PolicyException($"{file}: two clauses are called \"{id}\".");
                        break;
                    case { Id: null, SameAs: { } first } when clauses.TryGetValue(first, out var clause):
                        clauses[first] = clause with { AlsoAt = clause.AlsoAt.Add(new Place([.. section.Path], printed.Text)) };
                        break;
                    default:
                        throw new PolicyException($"{file}: \"{printed.Text}\" needs either an id or sameAs with the id of an earlier clause.");
                }
            }
        }

        return clauses;
    }
}
