using System.Text;
using PolicyBot.Policy;
using PolicyBot.Policy.Adding;
using PolicyBot.Tests.Policy;

namespace PolicyBot.Tests.Adding;

/// <summary>The shipped policy was cut into clauses by hand. Cut from its author's file it comes out the same.</summary>
public sealed class ShippedPolicyAgainTests
{
    private const string Trust = "Dudley Academies Trust";

    [Theory]
    [InlineData("policy.md")]
    [InlineData("policy.docx")]
    public void The_clauses_are_those_that_people_chose_word_for_word_in_the_same_sections(string file)
    {
        var document = NewPolicy.Read(file, Written(file), null).Compose(Trust, null).Document;

        Assert.Equal(Printed(Shipped.Policy), Printed(document));
    }

    [Theory]
    [InlineData("policy.md")]
    [InlineData("policy.docx")]
    public void The_front_page_is_as_printed_and_its_blanks_stay_blank(string file)
    {
        var document = NewPolicy.Read(file, Written(file), null).Compose(Trust, null).Document;

        Assert.Equal(FrontPageOf(Shipped.Policy), FrontPageOf(document));
    }

    [Theory]
    [InlineData("policy.md")]
    [InlineData("policy.docx")]
    public void A_new_issue_of_it_keeps_every_id_and_every_place(string file)
    {
        var earlier = File.ReadAllText(Path.Combine(Shipped.Folder, "social-media", "policy.json"));

        var composed = NewPolicy.Read(file, Written(file), null).Compose(Trust, earlier);

        Assert.Equal(earlier, composed.Json);
        Assert.True(composed.Changes is { Added.IsEmpty: true, Reworded.IsEmpty: true, Removed.IsEmpty: true });
        Assert.Equal(79, composed.Changes.Unchanged);
    }

    private static object FrontPageOf(PolicyDocument document) => (
        document.Title, document.Trust, document.IssueNumber, document.Status, document.Responsible, document.ApprovedBy, document.Date, document.ReviewDate,
        document.SponsoredBy, document.Mission);

    private static List<string> Printed(PolicyDocument document) =>
        [.. document.Sections.SelectMany(section => section.Clauses.Select(clause => $"{string.Join(" / ", section.Path)}: {TextIn(clause, section)}"))];

    private static string TextIn(Clause clause, Section section) =>
        clause.SectionPath.SequenceEqual(section.Path) ? clause.Text : clause.AlsoAt.Single(place => place.SectionPath.SequenceEqual(section.Path)).Text;

    private static byte[] Written(string file)
    {
        var lines = Lines().ToList();
        return file.EndsWith(".md", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(WrittenPolicy.Markdown(lines)) : WrittenPolicy.Word(lines);
    }

    /// <summary>The printed lines, with the level that the author gave each heading.</summary>
    private static IEnumerable<(int Heading, string Line)> Lines()
    {
        var headings = new Queue<(int Level, string Text)>(Headings().Prepend((1, "Contents")).Prepend((0, "Social Media")));
        foreach (var line in Shipped.Policy.FullText.ReplaceLineEndings("\n").Split('\n'))
            yield return headings.TryPeek(out var next) && next.Text == line ? (headings.Dequeue().Level, line) : (-1, line);
        Assert.Empty(headings);
    }

    private static IEnumerable<(int Level, string Text)> Headings()
    {
        string[] above = [];
        foreach (var path in Shipped.Policy.Sections.Select(section => section.Path.ToArray()))
        {
            for (var level = above.Zip(path).TakeWhile(pair => pair.First == pair.Second).Count(); level < path.Length; level++)
                yield return (level + 1, path[level]);
            above = path;
        }
    }
}
