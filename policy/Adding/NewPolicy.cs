using System.Collections.Immutable;

namespace PolicyBot.Policy.Adding;

/// <summary>A policy that somebody wants to add, as read from their file.</summary>
public sealed class NewPolicy
{
    /// <summary>No policy is this long: what is larger holds pictures, or something else altogether.</summary>
    public const int MostBytes = 20_000_000;

    private const int LongestClause = 900;
    private readonly string name;
    private readonly Layout layout;
    private readonly ImmutableArray<string> leftOut;

    private NewPolicy(string name, Layout layout, ImmutableArray<string> leftOut)
    {
        this.name = name;
        this.layout = layout;
        this.leftOut = leftOut;
        Title = layout.Title!;
        Slug = ClauseIds.Slug(Title);
    }

    public string Title { get; }

    /// <summary>The name of its folder.</summary>
    public string Slug { get; }

    /// <summary>The Trust's name, where the policy states it.</summary>
    public string? Trust => layout.Front["trust"];

    /// <summary>Reads a Markdown file or a Word document.</summary>
    /// <param name="title">What the policy is called; null when the file says so itself.</param>
    /// <exception cref="PolicyException">It cannot be read, or has nothing in it that could be quoted; the message says what to do.</exception>
    public static NewPolicy Read(string name, byte[] bytes, string? title)
    {
        var manuscript = ManuscriptFile.Read(name, bytes);
        var laid = Layout.Of(manuscript.Blocks, title);
        if (laid.Title is null)
            throw new PolicyException($"{name}: it does not say what the policy is called. Add --title \"…\".");
        if (ClauseIds.Slug(laid.Title).Length is 0 or > 80)
            throw new PolicyException($"{name}: \"{laid.Title}\" cannot be the name of a folder. Add --title \"…\" with a few plain words.");
        if (laid.Sections.IsEmpty)
            throw new PolicyException($"{name}: it has no headings, so nobody could be shown where a sentence stands. Give its headings Word's heading styles, or # in Markdown.");
        if (laid.Sections.CountBy(section => string.Join(" / ", section.Path), StringComparer.Ordinal).FirstOrDefault(same => same.Value > 1) is { Key: { } twice })
            throw new PolicyException($"{name}: two sections are called \"{twice}\". Rename one of them, so that staff can be shown the right one.");
        var headings = laid.Sections.SelectMany(section => section.Path).ToHashSet(StringComparer.Ordinal);
        if (laid.Sections.SelectMany(section => section.Blocks).SelectMany(block => Printed.Lines(block)).Select(line => line.Trim()).FirstOrDefault(headings.Contains) is { } same)
            throw new PolicyException($"{name}: a line says \"{same}\" and no more, as a heading does elsewhere. Make it a heading too, or take it out.");
        return new NewPolicy(name, laid, manuscript.LeftOut);
    }

    /// <summary>The two files of its folder.</summary>
    /// <param name="trust">The Trust's name.</param>
    /// <param name="earlier">policy.json of the issue that it replaces, whose ids are kept; null when it is new.</param>
    /// <exception cref="PolicyException">Nothing in it can be quoted, or the earlier issue cannot be read.</exception>
    public ComposedPolicy Compose(string trust, string? earlier)
    {
        var before = earlier is null ? null : PolicyHead.Parse("policy.json", earlier);
        var known = (before?.Sections ?? []).SelectMany(section => section.Clauses).Select(clause => Spaces.Fold(clause.Text)).ToHashSet(StringComparer.Ordinal);
        var cut = layout.Sections.Select(section => (section.Path, Clauses: ClauseCut.Of(section.Blocks, known))).Where(section => !section.Clauses.IsEmpty).ToImmutableArray();
        if (cut.IsEmpty)
            throw new PolicyException($"{name}: there are headings and nothing beneath them.");
        var (sections, changes) = ClauseNaming.Of(cut, before);
        var front = layout.Front;
        var policy = new PolicyFile(
            Title, trust, front["issue"], front.Status, front["responsible"], front["approved by"], front["date"], front["review date"], front["sponsored by"], front["mission"], sections);

        // Held to the same rules as when it is served, so that what was added is never refused.
        var document = Assemble.Document(name, policy, layout.Text);
        return new ComposedPolicy(PolicyFileText.Of(policy), layout.Text, document, changes, [.. Remarks(document)]);
    }

    private IEnumerable<string> Remarks(PolicyDocument document)
    {
        if (layout.Front["status"] is null)
            yield return "It does not say whether it is approved, so staff read DRAFT. If it is approved, write \"Status: Approved\" on its front page.";
        if (document.IssueNumber is null)
            yield return "It states no issue number.";
        if (!leftOut.IsEmpty)
            yield return $"Not in the text, because it cannot be quoted: {string.Join(", ", leftOut)}.";
        if (layout.Front.Others is { Count: > 0 } others)
            yield return $"On the front page, and so no clause: {string.Join("; ", others.Select(line => $"\"{line}\""))}.";
        foreach (var clause in document.Clauses.Where(clause => clause.Text.Length > LongestClause))
            yield return $"{clause.Id} is {clause.Text.Length} letters long, and is quoted whole. Shorter paragraphs are easier to read on a phone.";
    }
}

/// <summary>A policy as it is written into its folder, what has changed, and what whoever adds it should know.</summary>
public sealed record ComposedPolicy(string Json, string Text, PolicyDocument Document, Changes Changes, ImmutableArray<string> Remarks);
