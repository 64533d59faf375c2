using PolicyBot.Bot.Commands;
using PolicyBot.Policy;
using PolicyBot.Tests.Policy;
using static PolicyBot.Tests.Adding.WrittenPolicy;

namespace PolicyBot.Tests.Adding;

/// <summary>Whoever keeps the policies adds one, and later its next issue.</summary>
public sealed class AddPolicyTests : IDisposable
{
    private const string First = "# Acceptable Use\n\nIssue number: 3\nStatus: Approved\n\n## Devices\n\nLock the screen when you leave a device.\n\nNever lend a device to a pupil.";

    private readonly TemporaryFolder desk = new();
    private readonly PolicyCopy copy = new();

    private string Added => copy.File("acceptable-use");

    public void Dispose()
    {
        desk.Dispose();
        copy.Dispose();
    }

    [Fact]
    public void A_policy_is_added_and_the_bot_can_serve_it_beside_the_others()
    {
        var (code, said) = Add(First);

        Assert.Equal(0, code);
        Assert.StartsWith($"Added Acceptable Use in {Added}: 1 section, 2 clauses.", said, StringComparison.Ordinal);
        Assert.Contains("Clauses that no situation leads to yet. Staff find them only by the policy's own words:\n- devices.lock-screen-when-leave: Lock the screen when you leave a device.\n", said, StringComparison.Ordinal);
        Assert.Equal(["policy.json", "policy.txt"], Directory.GetFiles(Added).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["Acceptable Use", "Social Media"], PolicyLibrary.Load(copy.Folder).Documents.Select(document => document.Title));
        Assert.All(PolicyLibrary.Load(copy.Folder).Documents, document => Assert.Equal("Dudley Academies Trust", document.Trust));
    }

    [Fact]
    public void A_Word_document_is_added_under_the_name_that_is_given()
    {
        File.WriteAllBytes(desk.File("code.docx"), Word(Styled("Honesty", "Kop1"), Plain("Be honest."), Styled("Kindness", "Kop1"), Plain("Be kind.")));

        var (code, _) = Run(desk.File("code.docx"), "--title", "Codes of Conduct");

        Assert.Equal(0, code);
        Assert.Equal("Codes of Conduct", PolicyLibrary.Load(copy.Folder).Documents[0].Title);
        Assert.True(File.Exists(copy.File("codes-of-conduct/policy.txt")));
    }

    [Fact]
    public void A_next_issue_says_what_it_would_change_and_changes_nothing_until_it_may()
    {
        Add(First);
        File.WriteAllText(Path.Combine(Added, "situations.json"), """{ "situations": [{ "id": "lending", "clauses": ["devices.never-lend-device-pupil"], "verdict": "no", "next": "none", "says": "No." }] }""");
        var before = Snapshot();

        var (code, said) = Add(First.Replace("Never lend a device to a pupil.", "Ask the office.", StringComparison.Ordinal));

        Assert.Equal(1, code);
        Assert.Equal(before, Snapshot());
        Assert.Contains("run it again with --replace to make the changes below", said, StringComparison.Ordinal);
        Assert.Contains("Unchanged: 1 clause.", said, StringComparison.Ordinal);
        Assert.Contains("New:\n- devices.ask-office: Ask the office.\n", said, StringComparison.Ordinal);
        Assert.Contains("Gone:\n- devices.never-lend-device-pupil: Never lend a device to a pupil.\n", said, StringComparison.Ordinal);
        Assert.Contains("Mend situations.json, or the bot refuses the folder:\n- lending: devices.never-lend-device-pupil\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_next_issue_that_may_replaces_the_policy_and_leaves_its_guidance_alone()
    {
        Add(First);
        File.WriteAllText(Path.Combine(Added, "situations.json"), """{ "situations": [] }""");

        var (code, said) = Add(First.Replace("leave a device", "leave your device", StringComparison.Ordinal), "--replace");

        Assert.Equal(0, code);
        Assert.StartsWith("Replaced Acceptable Use", said, StringComparison.Ordinal);
        Assert.Contains("Reworded, with the same id. Read whether what is said of them is still true:\n- devices.lock-screen-when-leave:", said, StringComparison.Ordinal);
        Assert.Equal("""{ "situations": [] }""", File.ReadAllText(Path.Combine(Added, "situations.json")));
        Assert.Equal("Lock the screen when you leave your device.", PolicyLibrary.Load(copy.Folder).Documents[0].Clauses[0].Text);
    }

    [Fact]
    public void A_next_issue_names_the_short_answers_that_wait_and_how_to_confirm_them()
    {
        Add(First);
        File.WriteAllText(Path.Combine(Added, "situations.json"), """
            { "situations": [
              { "id": "lending", "clauses": ["devices.never-lend-device-pupil"], "verdict": "no", "next": "none", "asks": "May a pupil use it?", "says": "No." },
              { "id": "locking", "clauses": ["devices.lock-screen-when-leave"], "verdict": "yes", "next": "none", "asks": "Must I lock it?", "says": "Yes." }] }
            """);
        Assert.Equal(0, ReviewFolder.Run([copy.Folder, "--confirm", "all"], TextWriter.Null, TextWriter.Null));

        var (code, said) = Add(First.Replace("leave a device", "leave your device", StringComparison.Ordinal), "--replace");

        Assert.Equal(0, code);
        Assert.Contains(
            "Staff get the clauses without them until somebody has read both:\n- acceptable-use/locking\n"
            + $"Read them with: review \"{copy.Folder}\". Mend situations.json where it has to be, then confirm what you have read with: review \"{copy.Folder}\" --confirm NAME …\n",
            said, StringComparison.Ordinal);
        Assert.Equal(0, ReviewFolder.Run([copy.Folder, "--confirm", "acceptable-use/locking"], TextWriter.Null, TextWriter.Null));
        Assert.DoesNotContain("until somebody has read both", Add(First.Replace("leave a device", "leave your device", StringComparison.Ordinal)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_issue_again_changes_nothing()
    {
        Add(First);
        var before = Snapshot();

        Assert.Equal((0, true), Add(First) is (var code, var said) ? (code, said.Contains("is this policy already. Nothing was changed.", StringComparison.Ordinal)) : default);

        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void A_policy_whose_folder_has_another_name_is_found_by_its_title()
    {
        Add(First);
        Directory.Move(Added, copy.File("aup"));

        Assert.Contains($"Replaced Acceptable Use in {copy.File("aup")}", Add(First + " Ask first.", "--replace").Said, StringComparison.Ordinal);

        Assert.False(Directory.Exists(Added));
    }

    [Theory]
    [InlineData("Words without a heading.", "it does not say what the policy is called")]
    [InlineData("# Phones\n\n## Rules", "nothing beneath them")]
    public void A_file_that_cannot_be_used_leaves_the_folder_as_it_was(string text, string sentence)
    {
        var before = Snapshot();
        var (code, said) = Add(text);

        Assert.Equal((1, before), (code, Snapshot()));
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_neighbour_or_guidance_is_named_before_anything_is_written()
    {
        Add(First);
        File.WriteAllText(Path.Combine(Added, "situations.json"), "{");
        Assert.Contains("situations.json: it does not list situations", Add(First + " Ask.", "--replace").Said, StringComparison.Ordinal);

        copy.Edit("policy.json", "\"title\"", "\"titel\"");
        Assert.Contains(copy.File("social-media/policy.json"), Add(First, "--replace").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_neighbour_the_Trust_has_to_be_named()
    {
        using var empty = new TemporaryFolder();
        File.WriteAllText(desk.File("a.md"), First);
        using var said = new StringWriter();

        Assert.Equal(1, AddPolicyCommand.Run([desk.File("a.md"), "--folder", empty.Path], said));
        Assert.Contains("Add --trust", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, AddPolicyCommand.Run([desk.File("a.md"), "--folder", empty.Path, "--trust", "Our Trust"], said));
    }

    [Theory]
    [InlineData]
    [InlineData("--replace")]
    [InlineData("a.md", "--title")]
    [InlineData("a.md", "--force")]
    public void Somebody_who_asks_wrongly_reads_how_to_ask(params string[] args)
    {
        using var said = new StringWriter();
        Assert.Equal(1, AddPolicyCommand.Run(args, said));
        Assert.StartsWith("Use: add-policy FILE", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_or_folder_that_is_not_there_is_named()
    {
        Assert.Contains("there is no such file", Run(desk.File("no.md")).Said, StringComparison.Ordinal);
        using var said = new StringWriter();
        AddPolicyCommand.Run([desk.File("no.md"), "--folder", desk.File("nowhere")], said);
        Assert.Contains("this policy folder does not exist", said.ToString(), StringComparison.Ordinal);
    }

    private (int Code, string Said) Add(string text, params string[] options)
    {
        File.WriteAllText(desk.File("acceptable-use.md"), text);
        return Run([desk.File("acceptable-use.md"), .. options]);
    }

    private (int Code, string Said) Run(params string[] args)
    {
        using var said = new StringWriter { NewLine = "\n" };
        return (AddPolicyCommand.Run([.. args, "--folder", copy.Folder], said), said.ToString());
    }

    private string Snapshot() => string.Join('\n', Directory.GetFiles(copy.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file}: {File.ReadAllText(file)}"));
}
