using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Tests.Drafts;

/// <summary>A trust changes what drafts are held against, in the file beside its policy.</summary>
public sealed class OwnRulesTests
{
    [Fact]
    public void A_trusts_own_rule_is_found_by_its_words()
    {
        using var folder = new TemporaryFolder();
        var library = With(folder, """{"rules":[{"id":"old_name","title":"The old name","clause":"dos.tone","minor":"We are called North Academy now.","phrases":["Northfield High"]}]}""");

        var found = Assert.Single(new DraftChecker(library).Check(new Draft(DraftKind.Post, "X", DraftAccount.Trust, "public", "Come to northfield high on Friday. Office team", null, null)));

        Assert.Equal(("old_name", "northfield high", Severity.Minor, "We are called North Academy now."), (found.Rule, found.Words, found.Severity, found.Advice));
        Assert.Empty(new DraftChecker(library).Check(new Draft(DraftKind.Post, "X", DraftAccount.Trust, "public", "Come to Northfield Highway on Friday. Office team", null, null)));
    }

    [Fact]
    public void A_rule_that_is_taken_out_is_not_raised()
    {
        using var folder = new TemporaryFolder();
        var library = With(folder, """{"rules":[]}""");

        Assert.Empty(new DraftChecker(library).Check(new Draft(DraftKind.Post, "X", DraftAccount.Personal, "public", "Another day at North Academy.", null, null)));
    }

    [Theory]
    [InlineData("""{"rules":[{"id":"a","title":"A","clause":"dos.nothing","minor":"x"}]}""", "no clause of Social Media is called \"dos.nothing\"")]
    [InlineData("""{"rules":[{"id":"a","title":"A","clause":"dos.tone"}]}""", "\"a\" does not say what to do")]
    [InlineData("""{"rules":[{"id":"a","title":"A","clause":"dos.tone","minor":"x"},{"id":"a","title":"A","clause":"dos.tone","minor":"x"}]}""", "two rules for drafts are called \"a\"")]
    [InlineData("""{"rules":[{"id":"a","title":"A","clause":"dos.tone","minor":"x","phrases":[" "]}]}""", "\"a\" has an empty phrase")]
    public void A_wrong_rule_is_refused_by_name(string rules, string fault)
    {
        using var folder = new TemporaryFolder();

        Assert.Contains(fault, Assert.Throws<PolicyException>(() => With(folder, rules)).Message, StringComparison.Ordinal);
    }

    private static PolicyLibrary With(TemporaryFolder folder, string rules)
    {
        var shipped = Path.Combine(Repository.Root, "policy", "documents");
        Directory.CreateDirectory(folder.File("social-media"));
        foreach (var file in new[] { "policy.json", "policy.txt" })
            File.Copy(Path.Combine(shipped, "social-media", file), Path.Combine(folder.File("social-media"), file));
        File.WriteAllText(Path.Combine(folder.File("social-media"), DraftRule.FileName), rules);
        return PolicyLibrary.Load(folder.Path);
    }
}
