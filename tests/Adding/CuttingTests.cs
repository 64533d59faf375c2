using System.Text;
using PolicyBot.Policy.Adding;

namespace PolicyBot.Tests.Adding;

/// <summary>Where one clause ends and the next begins: each can be quoted alone and then says what it says in its place.</summary>
public sealed class CuttingTests
{
    [Theory]
    [InlineData("Lock the screen. Never share a password.", "Lock the screen.", "Never share a password.")]
    [InlineData("Ask Dr. Shaw (e.g. by email) or Mrs. Price. They decide.", "Ask Dr. Shaw (e.g. by email) or Mrs. Price.", "They decide.")]
    [InlineData("Some use apps (Teams. Zoom. Others.) at work. Ask first.", "Some use apps (Teams. Zoom. Others.) at work.", "Ask first.")]
    [InlineData("Staff said “No.” They were right.", "Staff said “No.”", "They were right.")]
    [InlineData("Visitors are also considered. They sign in at reception.", "Visitors are also considered. They sign in at reception.")]
    [InlineData("See para. 3 of the code. It applies.", "See para. 3 of the code.", "It applies.")]
    [InlineData("Version 2.1 applies from 1.9.2026 at school.", "Version 2.1 applies from 1.9.2026 at school.")]
    public void A_paragraph_is_cut_into_its_sentences(string paragraph, params string[] clauses) => Assert.Equal(clauses, Cut(paragraph));

    [Theory]
    [InlineData("Staff must not:\n\n- share passwords\n- lend a device", "Staff must not:\n- share passwords\n- lend a device")]
    [InlineData("Staff must not\n\n- share passwords\n- lend a device", "Staff must not\n- share passwords\n- lend a device")]
    [InlineData("Staff must never:\n\n- Share what they may know of a pupil.\n- Lend a device that they may take home.", "Staff must never:\n- Share what they may know of a pupil.\n- Lend a device that they may take home.")]
    [InlineData("These rules apply:\n\n- Staff must lock the screen.\n- Pupils may not use phones.", "These rules apply:", "Staff must lock the screen.", "Pupils may not use phones.")]
    [InlineData("- Staff must:\n  - ask first\n  - say why\n- Pupils must not.", "Staff must:\n- ask first\n- say why", "Pupils must not.")]
    [InlineData("- A device is lent. It must come back\n\nin good order.\n- It is insured.", "A device is lent.", "It must come back in good order.", "It is insured.")]
    [InlineData("It depends on the place:\n\n| Place | Phones |\n| --- | --- |\n| Class | No |", "It depends on the place:\nPlace | Phones\nClass | No")]
    public void What_begins_a_list_stays_with_the_items_that_make_no_sense_without_it(string text, params string[] clauses) => Assert.Equal(clauses, Cut(text));

    [Fact]
    public void A_short_line_above_a_list_is_a_heading()
    {
        var document = Compose("## Devices\n\nOn loan\n\n- They must come back.\n- They are insured.").Document;
        Assert.Equal(["Devices", "On loan"], document.Sections.Single().Path);
    }

    [Fact]
    public void A_sentence_that_is_printed_twice_is_one_clause_and_a_short_duty_of_two_roles_is_two()
    {
        const string sentence = "Such personal communications are within the scope of this policy.";
        var document = Compose($"## Head\n\n- Attending training.\n\n{sentence}\n\n## Staff\n\n- Attending training.\n\n{sentence}").Document;

        Assert.Equal(["head.attending-training", "head.personal-communications-scope-policy", "staff.attending-training"], document.Clauses.Select(clause => clause.Id));
        Assert.Equal(["Staff"], document.Clauses[1].AlsoAt.Single().SectionPath);
    }

    [Fact]
    public void A_policy_without_sections_has_one_of_its_own_name()
    {
        var document = NewPolicy.Read("a.md", "# Phones\n\nIssue number: 4\n\nPhones stay in bags."u8.ToArray(), null).Compose("Trust", null).Document;
        Assert.Equal(("Phones", "4", "Phones stay in bags."), (document.Sections.Single().Path.Single(), document.IssueNumber, document.Clauses.Single().Text));
    }

    [Fact]
    public void The_front_page_is_read_from_lines_a_table_or_a_heading_block()
    {
        foreach (var front in (string[])["Version: 3\nStatus: Approved\nApproved by: The Board\nReview date:", "| Version | 3 |\n| --- | --- |\n| Status | Approved |\n| Approved by | The Board |"])
            Check($"# Phones\n\n{front}\n\n## Rules\n\nPhones stay in bags.");
        Check("---\ntitle: \"Phones\"\nversion: 3\nstatus: approved\napproved by: The Board\nreview date:\n---\n## Rules\n\nPhones stay in bags.\n\n## More\n\nAsk first.");

        static void Check(string text)
        {
            var document = NewPolicy.Read("a.md", Encoding.UTF8.GetBytes(text), null).Compose("Trust", null).Document;
            Assert.Equal(("Phones", "3", "The Board", null, PolicyBot.Policy.PolicyStatus.Approved), (document.Title, document.IssueNumber, document.ApprovedBy, document.ReviewDate, document.Status));
        }
    }

    [Fact]
    public void A_list_of_contents_is_the_printed_copys_with_a_heading_of_its_own_or_without()
    {
        foreach (var contents in (string[])["## Contents\n\nRules\n\nDevices 3", "Rules\n\nDevices", "Rules\nDevices"])
        {
            var composed = NewPolicy.Read("a.md", Encoding.UTF8.GetBytes($"# Phones\n\n{contents}\n\n## Rules\n\nPhones stay in bags.\n\n## Devices\n\nLock them."), null).Compose("Trust", null);
            Assert.Equal("# Phones\n\nRules\n\nPhones stay in bags.\n\nDevices\n\nLock them.\n"[2..], composed.Text);
            Assert.Equal(["Phones stay in bags.", "Lock them."], composed.Document.Clauses.Select(clause => clause.Text));
        }
    }

    [Fact]
    public void What_is_not_said_is_not_guessed()
    {
        var composed = Compose("## Rules\n\nPhones stay in bags.\n\n![plan](plan.png)");

        Assert.Equal((null, PolicyBot.Policy.PolicyStatus.Draft), (composed.Document.IssueNumber, composed.Document.Status));
        Assert.Contains(composed.Remarks, remark => remark.StartsWith("It does not say whether it is approved", StringComparison.Ordinal));
        Assert.Contains("It states no issue number.", composed.Remarks);
        Assert.Contains("Not in the text, because it cannot be quoted: 1 picture.", composed.Remarks);
    }

    [Fact]
    public void Blocks_of_HTML_are_counted_among_what_is_left_out_and_comments_are_not()
    {
        var composed = Compose("## Rules\n\nPhones stay in bags.\n\n<table><tr><td>Lost</td></tr></table>\n\n<!-- a note -->\n\n- Lock it.\n\n  <div>Lost too</div>\n\n![plan](plan.png)");

        Assert.Contains("Not in the text, because it cannot be quoted: 1 picture, 2 blocks of HTML.", composed.Remarks);
    }

    [Fact]
    public void The_words_are_the_authors_to_the_letter()
    {
        var composed = Compose("## Rules\n\nDon’t share *any* [pupil’s](https://x.example) `name` &amp; “photo” – ever… 5 < 6.");
        Assert.Equal("Don’t share any pupil’s name & “photo” – ever… 5 < 6.", composed.Document.Clauses.Single().Text);
        Assert.Contains("Don’t share any pupil’s name & “photo” – ever… 5 < 6.", composed.Json, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Cut(string text) => Compose($"## Devices\n\n{text}").Document.Clauses.Select(clause => clause.Text);

    private static ComposedPolicy Compose(string text) => NewPolicy.Read("a.md", Encoding.UTF8.GetBytes(text), "Acceptable Use").Compose("Trust", null);
}
