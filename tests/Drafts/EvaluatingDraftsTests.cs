using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Tests.Drafts;

/// <summary><c>evaluate</c> with a file of drafts.</summary>
public sealed class EvaluatingDraftsTests
{
    private static readonly DraftChecker Checker = new(PolicyLibrary.Load(Path.Combine(Repository.Root, "policy", "documents")));

    private static readonly string[] Lines =
    [
        """{"id":"1","kind":"post","platform":"X","account":"personal","audience":"public","text":"Lovely lunch at North Academy.","images":null,"serious":["missing_disclaimer"],"minor":[]}""",
        """{"id":"2","kind":"post","platform":"X","account":"personal","audience":"public","text":"A very long walk.","images":null,"serious":[],"minor":[]}""",
    ];

    [Fact]
    public void Each_line_gets_its_findings_as_json()
    {
        using var output = new StringWriter();

        Assert.Equal(0, EvaluateDrafts.Run(["--json"], Checker, Lines, output));
        Assert.Equal(
            ["""{"id":"1","serious":["missing_disclaimer"],"minor":[]}""", """{"id":"2","serious":[],"minor":[]}"""],
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_table_says_what_was_seen_and_what_was_said_in_vain()
    {
        using var output = new StringWriter();
        EvaluateDrafts.Run([], Checker, Lines, output);

        Assert.Contains("missing_disclaimer     100.0 %  of 1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("any serious thing seen as serious          100.0 %  1 of 1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("clean drafts with an alarm                   0.0 %  0 of 1", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"x","account":"mine"}""", "Line 1 is not a draft: its account is neither trust nor personal.")]
    [InlineData("""{"text":"x","account":"trust","kind":"story"}""", "Line 1 is not a draft: its kind is neither post nor reply.")]
    public void A_line_that_is_no_draft_is_named(string line, string fault)
    {
        using var output = new StringWriter();

        Assert.Equal(1, EvaluateDrafts.Run([], Checker, [line], output));
        Assert.Contains(fault, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_drafts_is_told_from_the_others()
    {
        Assert.True(EvaluateDrafts.Suits(Lines));
        Assert.False(EvaluateDrafts.Suits(["""{"id":"r","danger_now":false,"text":"x","where":{}}"""]));
        Assert.False(EvaluateDrafts.Suits(["""{"id":"q","turns":["x"]}"""]));
    }
}
