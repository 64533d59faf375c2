using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

public sealed class BrokenPolicyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("policy-").FullName;

    public BrokenPolicyTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "social-media", "asked"));
        Directory.CreateDirectory(Path.Combine(folder, "asked"));
        foreach (var file in Directory.GetFiles(Shipped.Folder, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(folder, Path.GetRelativePath(Shipped.Folder, file)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("policy.json", "must delete it immediately", "may delete it later", "does not say")]
    [InlineData("policy.json", "\"id\": \"dos.tone\"", "\"id\": \"dos.opinions\"", "two clauses are called \"dos.opinions\"")]
    [InlineData("policy.json", "\"sameAs\": \"scope.disclaimer\"", "\"sameAs\": \"scope.nowhere\"", "needs either an id or sameAs")]
    [InlineData("policy.json", "\"title\"", "\"titel\"", "titel")]
    [InlineData("policy.json", "\"DRAFT\"", "\"PROBABLY\"", "$.status")]
    [InlineData("policy.json", "\"The Do's\"", "\"The Dos\"", "no heading \"The Dos\"")]
    [InlineData("policy.json", "\"sections\"", "\"sections", "Line")]
    [InlineData("situations.json", "\"clauses\": [\"dos.opinions\"]", "\"clauses\": [\"dos.onions\"]", "no clause of Social Media is called \"dos.onions\"")]
    [InlineData("situations.json", "\"next\": \"handover\"", "\"next\": \"wander\"", "next")]
    [InlineData("situations.json", "\"situations\": [", "\"situations\": [{ \"id\": \"opinion-yes\", \"clauses\": [\"dos.opinions\"], \"verdict\": \"yes\", \"next\": \"none\", \"asks\": \"\", \"says\": \"\" },", "two subjects are called \"social-media/opinion-yes\"")]
    [InlineData("reviewed.json", "\"what-counts\"", "\"what-matters\"", "no situation is called \"what-matters\"")]
    [InlineData("reviewed.json", "\"situations\"", "\"reviews\"", "reviews")]
    [InlineData("asked/site.txt", "[what-counts]", "[what-matters]", "line 1: nothing is called \"what-matters\"")]
    [InlineData("asked/site.txt", "[what-counts]", "", "line 2: a phrasing needs a line before it")]
    public void A_broken_file_is_refused_with_its_name_and_its_fault(string file, string good, string bad, string fault)
    {
        var path = Path.Combine(folder, "social-media", file);
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));

        var refused = Assert.Throws<PolicyException>(() => PolicyLibrary.Load(folder));

        Assert.Contains(path.StartsWith(folder, StringComparison.Ordinal) && fault.StartsWith("two subjects", StringComparison.Ordinal) ? folder : path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("social-media/policy.txt")]
    [InlineData("social-media/policy.json")]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(Path.Combine(folder, file));

        Assert.Contains(Path.GetFileName(file), Assert.Throws<PolicyException>(() => PolicyLibrary.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_no_policy_is_refused()
    {
        Assert.Throws<PolicyException>(() => PolicyLibrary.Load(Path.Combine(folder, "nowhere")));
        Assert.Throws<PolicyException>(() => PolicyLibrary.Load(Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName));
    }
}
