using System.Text.RegularExpressions;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

public sealed class ShippedPolicyTests
{
    [Fact]
    public void The_front_page_is_as_printed_and_its_blanks_stay_blank()
    {
        var policy = Shipped.Policy;

        Assert.Equal(("Social Media", "Dudley Academies Trust", "001"), (policy.Title, policy.Trust, policy.IssueNumber));
        Assert.Equal(PolicyStatus.Draft, policy.Status);
        Assert.All([policy.Responsible, policy.ApprovedBy, policy.Date, policy.ReviewDate], Assert.Null);
        Assert.Contains($"Sponsored by\n{policy.SponsoredBy}", policy.FullText, StringComparison.Ordinal);
        Assert.Contains($"Our mission: {policy.Mission}", policy.FullText, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_74_clauses_numbered_in_order_each_with_its_own_id()
    {
        var clauses = Shipped.Policy.Clauses;

        Assert.Equal(Enumerable.Range(1, 74), clauses.Select(clause => clause.Order));
        Assert.Equal(74, clauses.Select(clause => clause.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(clauses, clause => Assert.Same(clause, Shipped.Policy.Clause(clause.Id)));
    }

    [Fact]
    public void Every_clause_is_word_for_word_in_the_policy()
    {
        var full = OneSpaced(Shipped.Policy.FullText);

        Assert.All(Shipped.Policy.Clauses, clause => Assert.Contains(OneSpaced(clause.Text), full, StringComparison.Ordinal));
        Assert.All(Shipped.Policy.Clauses.SelectMany(clause => clause.AlsoAt), place => Assert.Contains(OneSpaced(place.Text), full, StringComparison.Ordinal));
    }

    [Fact]
    public void The_clauses_leave_no_sentence_of_any_section_out()
    {
        foreach (var section in Shipped.Policy.Sections)
        {
            var rest = OneSpaced(section.Text);
            foreach (var text in section.Clauses.Select(clause => TextIn(clause, section)).OrderByDescending(text => text.Length))
                rest = rest.Replace(OneSpaced(text), "", StringComparison.Ordinal);

            Assert.Equal("", rest.Replace("-", "", StringComparison.Ordinal).Trim());
        }
    }

    [Fact]
    public void The_sections_leave_no_line_of_the_policy_out()
    {
        var body = Shipped.Policy.FullText[Shipped.Policy.FullText.IndexOf("\nIntroduction\n", StringComparison.Ordinal)..];
        var headings = Shipped.Policy.Sections.SelectMany(section => section.Path);
        var expected = body.Split('\n').Where(line => line.Length > 0 && !headings.Append("DRAFT").Contains(line, StringComparer.Ordinal));

        Assert.Equal(expected, Shipped.Policy.Sections.SelectMany(section => section.Text.Split('\n')).Where(line => line.Length > 0));
    }

    [Fact]
    public void A_statement_printed_twice_is_one_clause_with_two_places()
    {
        var twice = Shipped.Policy.Clauses.Where(clause => clause.AlsoAt.Length > 0).ToList();

        Assert.Equal(
            ["scope.personal-definition", "scope.disclaimer", "scope.personal-within", "scope.personal-outside", "behaviour.excessive-use"],
            twice.Select(clause => clause.Id));
        Assert.All(twice, clause => Assert.Equal(["Personal use", "Staff"], clause.AlsoAt.Single().SectionPath));
    }

    [Fact]
    public void A_clause_can_be_read_in_its_section()
    {
        var clause = Shipped.Policy.Clause("images.student-pictures")!;
        var section = Shipped.Policy.SectionOf(clause);

        Assert.Equal(["Use of images"], section.Path);
        Assert.StartsWith("Trust use of images can be assumed", section.Text, StringComparison.Ordinal);
        Assert.EndsWith("they must delete it immediately.", section.Text, StringComparison.Ordinal);
    }

    private static string TextIn(Clause clause, Section section) =>
        clause.SectionPath.SequenceEqual(section.Path) ? clause.Text : clause.AlsoAt.Single(place => place.SectionPath.SequenceEqual(section.Path)).Text;

    private static string OneSpaced(string text) => Regex.Replace(text, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();
}
