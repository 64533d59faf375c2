using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Cases;
using PolicyBot.Cases.People;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;
using PolicyBot.Policy.Guidance;
using PolicyBot.Tests.Policy;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Questions;

/// <summary>The export of answered questions, ready to become guidance.</summary>
public sealed class ExportTests
{
    private static Subjects Guidance => Shipped.Library.Guidance.Subjects;

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answered_questions_come_by_situation_one_a_line_with_the_answer_and_the_clause()
    {
        await using var memory = await WithQuestionsAsync();
        var (code, lines, said) = await RunAsync(memory);
        Assert.Equal(0, code);
        Assert.StartsWith("3 answered.", said, StringComparison.Ordinal);
        Assert.Equal(
            """
            [social-media/former-pupils]
            # QST-2026-0001, answered on 2026-11-20 by the Social Media Manager; clause personal-use.students of Social Media
            # Answer: No, not even after they have left.
            can i follow someone who left last year
            # QST-2026-0003, answered on 2026-11-23 by the Social Media Manager; no clause named
            # Answer: Dear (name), no.
            I am (name), may I? # heading [x] - item

            # Of what these are about nothing is known. Write what it is in brackets above each, as [friend-request-pupil], and take the "#" before the question away.
            # QST-2026-0002, answered on 2026-11-22 by the Social Media Manager; no clause named
            # Answer: Ask the office.
            # leave] and more


            """.ReplaceLineEndings("\n").TrimEnd('\n') + "\n\n",
            lines);
        Assert.DoesNotContain(Sample.Priya.Name, lines, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_written_is_read_as_it_stands_whatever_was_typed()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        var (situation, topic) = (Guidance.Situations[0].Id, Guidance.All.OfType<Subject.Uncovered>().First().Id);
        await AnsweredAsync(memory, 1, "# may I [follow] them", situation, "# [No]", 0, null);
        await AnsweredAsync(memory, 2, "[what about leave]", topic, ">> Ask\n[HR]", 0, null);
        await AnsweredAsync(memory, 3, ">>>> one >> two >>> [three]", topic, "Yes.", 0, null);
        await AnsweredAsync(memory, 4, "[nobody knows] >> what", null, "Nor do I.", 0, null);
        await AnsweredAsync(memory, 5, ">> ## [", topic, "What do you mean?", 0, null);

        var (_, lines, _) = await RunAsync(memory);
        var phrasings = AskedFile.Read("asked/staff.txt", lines, name => Guidance.Has(name) ? name : null).ToArray();

        Assert.Equal(
            [(topic, "what about leave]"), (topic, "one > two > [three]"), (situation, "may I [follow] them")],
            phrasings.OrderBy(phrasing => phrasing.Subjects[0] == situation).Select(phrasing => (Assert.Single(phrasing.Subjects), Assert.Single(phrasing.Turns))));
    }

    [Fact]
    public async Task A_follow_up_is_written_with_what_was_asked_before_it_as_a_talk()
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        var situation = Guidance.Situations[0].Id;
        await AnsweredAsync(memory, 1, "and what about parents?", situation, "Yes.", 0, null, "# can I follow\n>> pupils?");
        await AnsweredAsync(memory, 2, "and them?", situation, "Yes.", 0, null, "[>>");

        var (_, lines, _) = await RunAsync(memory);

        Assert.Equal(
            [["can I follow > pupils?", "and what about parents?"], ["and them?"]],
            AskedFile.Read("asked/staff.txt", lines, name => name).Select(phrasing => phrasing.Turns.ToArray()));
    }

    [Fact]
    public async Task Since_a_day_and_into_a_file()
    {
        await using var memory = await WithQuestionsAsync();
        using var folder = new TemporaryFolder();
        var (code, lines, said) = await RunAsync(memory, "--since", "2026-11-22", "--out", folder.File("questions.txt"));
        Assert.Equal((0, ""), (code, lines));
        Assert.StartsWith("2 answered.", said, StringComparison.Ordinal);
        var written = await File.ReadAllTextAsync(folder.File("questions.txt"), Ended);
        Assert.Contains("QST-2026-0002", written, StringComparison.Ordinal);
        Assert.DoesNotContain("QST-2026-0001", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since")]
    [InlineData("--since", "yesterday")]
    [InlineData("--since", "23.11.2026")]
    [InlineData("--from", "2026-11-22")]
    [InlineData("all")]
    public async Task What_cannot_be_read_is_said(params string[] args)
    {
        await using var memory = await Memory.NewAsync(Engine.Sqlite);
        Assert.Equal((1, "", $"Write: questions [--since YYYY-MM-DD] [--out FILE].{Environment.NewLine}"), await RunAsync(memory, args));
    }

    [Fact]
    public async Task A_database_that_the_bot_was_never_started_on_is_said()
    {
        await using var memory = await Memory.UnopenedAsync(Engine.Sqlite);
        var (code, _, said) = await RunAsync(memory);
        Assert.Equal(1, code);
        Assert.Contains("ConnectionStrings:Cases", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Lines, string Said)> RunAsync(Memory memory, params string[] args)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:Cases", (string?)memory.ConnectionString)]).Build();
        var (lines, said) = (new StringWriter(), new StringWriter());
        return (await ExportQuestions.RunAsync(args, settings, lines, said), lines.ToString(), said.ToString());
    }

    private static async Task<Memory> WithQuestionsAsync()
    {
        var memory = await Memory.NewAsync(Engine.Sqlite);
        await AnsweredAsync(memory, 1, "can i follow\nsomeone who left  last year", "social-media/former-pupils", "No, not even\r\nafter they have left.", -3, new ClauseRef("Social Media", "personal-use.students"));
        await AnsweredAsync(memory, 2, "[leave] and more", null, "Ask the office.", -1, null);
        await AnsweredAsync(memory, 3, "\n# I am PRIYA NAIR, may I?\n# heading\n[x]\n- item\u0000", "social-media/former-pupils", $"Dear {Sample.Priya.Name}, no.", 0, null);
        var waiting = Sample.Asking(4, "not answered yet");
        await memory.Store.CommitAsync(Sample.Turn("ask-4") with { Case = new CaseChange(0, waiting.After, waiting.Entries) });
        await memory.Store.CommitAsync(Sample.Opening(1));
        return memory;
    }

    private static async Task AnsweredAsync(Memory memory, int number, string text, string? situation, string answer, int days, ClauseRef? clause, string? before = null)
    {
        var asked = Sample.Asking(number, text, situation, before);
        var answered = Assert.IsType<Ruling<Question>.Allowed>(QuestionRules.Answer(
            asked.After, new PersonsAnswer(answer, clause, new PersonRef("sam", "Sam Keane"), Desk.SocialMediaManager, Sample.Now.AddDays(days))));
        await memory.Store.CommitAsync(Sample.Turn($"ask-{number}") with { Case = new CaseChange(0, asked.After, asked.Entries) });
        await memory.Store.CommitAsync(Sample.Turn($"answer-{number}") with { Case = new CaseChange(1, answered.After, answered.Entries) });
    }
}
