using PolicyBot.Bot.Commands;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

/// <summary>Whoever keeps the guidance reads short answers again whose clauses were reworded, and says so.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Before = "they must delete it immediately.";
    private const string After = "they must delete it at once.";

    private static readonly string[] AboutIt =
        [.. Shipped.Library.Guidance.Subjects.Situations.Where(situation => situation.Clauses.Any(citation => citation.Clause.Id == "images.compromising")).Select(situation => situation.Id)];

    private readonly PolicyCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public void While_nothing_was_reworded_nothing_waits() =>
        Assert.Equal((0, "No short answer waits: each was reviewed for the words that its clauses have now.\n"), Run());

    [Fact]
    public void What_waits_is_listed_with_its_short_answer_and_its_clauses_as_they_are_now()
    {
        copy.Reword(Before, After);

        var (code, said) = Run();

        Assert.Equal(0, code);
        Assert.StartsWith($"{AboutIt.Length} short answers to read again beside the policy as it is now.", said, StringComparison.Ordinal);
        Assert.All(Shipped.Library.Guidance.Subjects.Situations, situation =>
            Assert.Equal(AboutIt.Contains(situation.Id), said.Contains($"\n{situation.Id}: {situation.Asks}\n  Short answer: {situation.Says}\n", StringComparison.Ordinal)));
        Assert.Contains(After + "”", said, StringComparison.Ordinal);
        Assert.Equal(AboutIt.Length, PolicyLibrary.Load(copy.Folder).WaitingAnswers);
    }

    [Fact]
    public void A_situation_of_which_one_clause_was_reworded_has_no_short_answer_and_no_verdict_and_its_clauses_stay()
    {
        copy.Reword(Before, After);

        var now = PolicyLibrary.Load(copy.Folder);

        Assert.All(Shipped.Library.Guidance.Subjects.Situations, before =>
        {
            var situation = now.Guidance.Subjects.Situations.Single(each => each.Id == before.Id);
            var waits = AboutIt.Contains(before.Id);
            Assert.Equal(waits ? (null, Verdict.None, before.Says) : (before.Says, before.Verdict, null), (situation.Says, situation.Verdict, situation.Waiting));
            Assert.Equal(before.Clauses.Select(citation => citation.Clause.Id), situation.Clauses.Select(citation => citation.Clause.Id));
        });
    }

    [Fact]
    public void What_a_reworded_clause_no_longer_names_is_not_said_to_be_left_open()
    {
        copy.Reword("appropriate disclaimer", "clear disclaimer");

        Assert.Contains(Shipped.Library.Guidance.Terms, each => each.Term.Words == "appropriate disclaimer");
        Assert.Equal(
            Shipped.Library.Guidance.Terms.Select(each => each.Term).Where(term => term.Words != "appropriate disclaimer"),
            PolicyLibrary.Load(copy.Folder).Guidance.Terms.Select(each => each.Term));
    }

    [Fact]
    public void What_somebody_has_read_is_confirmed_and_the_rest_goes_on_waiting()
    {
        copy.Reword(Before, After);

        Assert.Equal((0, $"1 short answer confirmed. {AboutIt.Length - 1} still to read.\n"), Run("--confirm", AboutIt[0]));
        Assert.DoesNotContain($"{AboutIt[0]}:", Run().Said, StringComparison.Ordinal);
        Assert.Equal((0, $"{Counted(AboutIt.Length - 1)} confirmed. None waits.\n"), Run("--confirm", "all"));

        Assert.Equal(0, PolicyLibrary.Load(copy.Folder).WaitingAnswers);
    }

    [Fact]
    public void Words_that_are_as_they_were_again_need_no_second_review()
    {
        var reviewed = File.ReadAllText(copy.File("social-media/reviewed.json"));
        copy.Reword(Before, After);
        copy.Reword(After, Before);

        Assert.Equal(0, PolicyLibrary.Load(copy.Folder).WaitingAnswers);
        Run("--confirm", "all");
        Assert.Equal(reviewed, File.ReadAllText(copy.File("social-media/reviewed.json")));
    }

    [Fact]
    public void A_short_answer_that_nobody_has_reviewed_is_not_given()
    {
        File.Delete(copy.File("social-media/reviewed.json"));

        var library = PolicyLibrary.Load(copy.Folder);
        var found = Assert.IsType<Answer.Found>(new PolicyAnswerer(library).Answer("Can I follow a former pupil on Instagram?", []));

        Assert.Equal(library.Guidance.Subjects.Situations.Length, library.WaitingAnswers);
        Assert.Equal((null, Verdict.None, "students.no-following"), (found.Says, found.Verdict, found.Clauses[0].Clause.Id));
    }

    [Fact]
    public void A_name_that_no_situation_has_confirms_nothing()
    {
        copy.Reword(Before, After);
        var reviewed = File.ReadAllText(copy.File("social-media/reviewed.json"));

        Assert.Equal((1, "No situation is called \"social-media/nowhere\". Nothing was confirmed.\n"), Run("--confirm", AboutIt[0], "social-media/nowhere"));
        Assert.Equal(reviewed, File.ReadAllText(copy.File("social-media/reviewed.json")));
    }

    [Theory]
    [InlineData]
    [InlineData("--confirm", "all")]
    [InlineData("folder", "--confirm")]
    [InlineData("folder", "all")]
    [InlineData("folder", "--confirm", "all", "--check")]
    public void Somebody_who_asks_wrongly_reads_how_to_ask(params string[] args)
    {
        using var errors = new StringWriter();
        Assert.Equal(1, ReviewFolder.Run(args, TextWriter.Null, errors));
        Assert.StartsWith("Say which policy folder, and what you have read: review FOLDER", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var errors = new StringWriter();
        Assert.Equal(1, ReviewFolder.Run([copy.File("nowhere")], TextWriter.Null, errors));
        Assert.Contains("this policy folder does not exist", errors.ToString(), StringComparison.Ordinal);
    }

    private static string Counted(int count) => count == 1 ? "1 short answer" : $"{count} short answers";

    private (int Code, string Said) Run(params string[] args)
    {
        using var said = new StringWriter { NewLine = "\n" };
        return (ReviewFolder.Run([copy.Folder, .. args], said, said), said.ToString());
    }
}
