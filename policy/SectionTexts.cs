namespace PolicyBot.Policy;

/// <summary>
/// Cuts the printed policy at its headings and holds every clause to it, so that a slip in the clause file
/// can never be quoted to staff as policy.
/// </summary>
internal static class SectionTexts
{
    /// <summary>The text beneath each section's own heading, in the order of the sections.</summary>
    public static string[] Cut(string file, string fullText, PolicyFile policy)
    {
        var lines = fullText.ReplaceLineEndings("\n").Split('\n');
        var bodies = Bodies(file, lines, policy);
        for (var number = 0; number < bodies.Length; number++)
        {
            var section = policy.Sections[number];
            var body = Spaces.Fold(bodies[number]);
            foreach (var clause in section.Clauses)
            {
                if (!body.Contains(Spaces.Fold(clause.Text), StringComparison.Ordinal))
                    throw new PolicyException($"{file}: the policy's text does not say \"{clause.Text}\" under \"{string.Join(" / ", section.Path)}\".");
            }
        }

        return bodies;
    }

    private static string[] Bodies(string file, string[] lines, PolicyFile policy)
    {
        var starts = new List<(int Heading, int Body)>();
        var next = 0;
        string[] above = [];
        foreach (var section in policy.Sections)
        {
            var shared = section.Path.Zip(above).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();
            var firstHeading = -1;
            foreach (var heading in section.Path.Skip(shared))
            {
                var at = Array.FindIndex(lines, next, line => string.Equals(line.Trim(), heading, StringComparison.Ordinal));
                if (at < 0)
                    throw new PolicyException($"{file}: the policy's text has no heading \"{heading}\" in this place.");
                firstHeading = firstHeading < 0 ? at : firstHeading;
                next = at + 1;
            }

            starts.Add((firstHeading, next));
            above = section.Path;
        }

        return [.. starts.Select((start, number) => Body(start.Body, number + 1 < starts.Count ? starts[number + 1].Heading : lines.Length))];

        // The status is stamped on pages ("DRAFT"), not a sentence of the section it falls into.
        string Body(int from, int to) =>
            string.Join('\n', lines[from..to].Where(line => !line.Equals(policy.Status.ToString(), StringComparison.OrdinalIgnoreCase))).Trim();
    }
}
