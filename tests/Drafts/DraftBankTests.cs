using PolicyBot.Policy;
using PolicyBot.Policy.Drafts;

namespace PolicyBot.Tests.Drafts;

/// <summary>The drafts that are learnt from, the rules beside the policy, and what was learnt.</summary>
public sealed class DraftBankTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "policy", "Drafts");
    private static readonly PolicyLibrary Library = PolicyLibrary.Load(Path.Combine(Repository.Root, "policy", "documents"));
    private static readonly DraftBank Bank = DraftBank.Read(Path.Combine(Folder, "written"));

    [Fact]
    public void Every_rule_that_is_learnt_is_a_rule_of_the_policy()
    {
        var rules = Library.Guidance.DraftRules.Select(rule => rule.Id).ToHashSet();

        Assert.Equal(22, rules.Count);
        Assert.DoesNotContain(Bank.Drafts.SelectMany(draft => draft.Line.Rules).Distinct(), rule => !rules.Contains(rule));
    }

    [Fact]
    public void Every_finding_shows_words_that_stand_in_the_draft() =>
        Assert.All(Bank.Drafts, draft => Assert.All(draft.Line.Rules, rule => Assert.Contains(
            Spaces.Fold(draft.Line.Words![rule]), Spaces.Fold($"{draft.Line.Text} {draft.Line.Comment} {draft.Line.Images}"), StringComparison.Ordinal)));

    [Fact]
    public void No_draft_is_there_twice() =>
        Assert.Empty(Bank.Drafts.GroupBy(draft => (draft.Line.Text, draft.Line.Comment, draft.Line.Images)).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void The_shipped_model_is_what_the_drafts_teach()
    {
        using var output = new StringWriter();

        Assert.True(TrainDraftsCommand.Run(Folder, ["--check"], Library, output) == 0, output.ToString());
    }

    [Fact]
    public void A_draft_that_does_not_show_its_words_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("one.jsonl"), """{"text":"ok","account":"trust"}""" + "\n" + """{"text":"useless lot","account":"trust","serious":["tone"]}""" + "\n");

        Assert.Contains("one.jsonl, line 2: the words that raise tone are missing", Assert.Throws<PolicyException>(() => DraftBank.Read(folder.Path)).Message, StringComparison.Ordinal);
    }
}
