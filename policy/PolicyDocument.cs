using System.Collections.Immutable;

namespace PolicyBot.Policy;

/// <summary>Whether the Trust has approved a policy, as its front page says.</summary>
public enum PolicyStatus
{
    Draft,
    Approved,
}

/// <summary>One policy as it was printed. What the front page leaves blank is null, never guessed.</summary>
public sealed record PolicyDocument(
    string Title,
    string Trust,
    string? IssueNumber,
    PolicyStatus Status,
    string? Responsible,
    string? ApprovedBy,
    string? Date,
    string? ReviewDate,
    string? SponsoredBy,
    string? Mission,
    string FullText,
    ImmutableArray<Section> Sections)
{
    /// <summary>Every clause once, in the order of the document.</summary>
    public ImmutableArray<Clause> Clauses { get; } =
        [.. Sections.SelectMany(section => section.Clauses).Distinct(ReferenceEqualityComparer.Instance).Cast<Clause>().OrderBy(clause => clause.Order)];

    /// <summary>The clause with this id, or null.</summary>
    public Clause? Clause(string id) => Clauses.FirstOrDefault(clause => string.Equals(clause.Id, id, StringComparison.Ordinal));

    /// <summary>The section that a clause is read in: the first place where it is printed.</summary>
    public Section SectionOf(Clause clause) => Sections.First(section => section.Path.SequenceEqual(clause.SectionPath, StringComparer.Ordinal));
}

/// <summary>Headings from the outermost in, the text beneath them as printed, and the clauses in it.</summary>
public sealed record Section(ImmutableArray<string> Path, string Text, ImmutableArray<Clause> Clauses);

/// <summary>
/// One statement of the policy, word for word. <see cref="Id"/> is stable across issues; <see cref="Order"/> counts from 1.
/// <see cref="AlsoAt"/> lists further places that print the same statement.
/// </summary>
public sealed record Clause(string Id, int Order, ImmutableArray<string> SectionPath, string Text, ImmutableArray<Place> AlsoAt);

/// <summary>A further place of a clause, with the words printed there: they may differ by a word or two.</summary>
public sealed record Place(ImmutableArray<string> SectionPath, string Text);
