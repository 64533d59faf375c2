using PolicyBot.Policy.Evaluating;
using PolicyBot.Tests.Fakes;

namespace PolicyBot.Tests.Policy;

public sealed class EvaluateTests
{
    private const string Questions =
        """
        {"id":"a","turns":["hello","can I follow a pupil on instagram"],"kind":"followup","gold_quotes":["not permitted to follow"],"verdict":"no","next_action":"none","why":"made up"}
        {"id":"b","turns":["when is pay day"],"kind":"out_of_policy","gold_quotes":[],"verdict":"none","next_action":"ask_manager"}

        {"id":"c","turns":["tell me a joke"],"kind":"answerable","gold_quotes":["nothing says this"],"verdict":"yes","next_action":"report"}
        """;

    [Fact]
    public void The_table_counts_what_was_right_by_kind()
    {
        var table = Run(out var code).Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.Equal(0, code);
        Assert.Equal(["followup", "1", "1/1", "1/1", "1/1", "-", "-", "0.000", "ms"], table[1]);
        Assert.Equal(["out_of_policy", "1", "-", "-", "1/1", "1/1", "1/1", "0.000", "ms"], table[2]);
        Assert.Equal(["answerable", "1", "0/1", "0/1", "0/1", "0/1", "-", "0.000", "ms"], table[3]);
        Assert.Equal(["all", "3", "1/2", "1/2", "2/3", "1/2", "1/1", "0.000", "ms"], table[4]);
    }

    [Fact]
    public void Json_prints_one_object_a_line_in_the_order_of_the_file()
    {
        var lines = Run(out _, "--json").TrimEnd().ReplaceLineEndings("\n").Split('\n');

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("""{"id":"a","quotes":["Staff are not permitted to follow or engage""", lines[0], StringComparison.Ordinal);
        Assert.Equal("""{"id":"b","quotes":[],"verdict":"none","next_action":"ask_manager","kind":"out_of_policy"}""", lines[1]);
        Assert.Equal("""{"id":"c","quotes":[],"verdict":"none","next_action":"none","kind":"off_topic"}""", lines[2]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"id":"d","kind":"post","text":"a draft, not a question"}""")]
    [InlineData("""{"id":"e","turns":[],"kind":"answerable","gold_quotes":[],"verdict":"no","next_action":"none"}""")]
    [InlineData("null")]
    public void A_line_that_is_no_question_is_named(string line)
    {
        using var output = new StringWriter();

        Assert.Equal(1, EvaluateCommand.Run([], Shipped.Answerer, new StringReader("\n" + line), output, new FakeTime()));
        Assert.StartsWith("Line 2 is not a question", output.ToString(), StringComparison.Ordinal);
    }

    private static string Run(out int code, params string[] args)
    {
        using var output = new StringWriter();
        code = EvaluateCommand.Run(args, Shipped.Answerer, new StringReader(Questions), output, new FakeTime());
        return output.ToString();
    }
}
