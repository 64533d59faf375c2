using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;

namespace PolicyBot.Tests.Reports;

/// <summary><c>evaluate FILE</c> with a file of reports.</summary>
public sealed class EvaluatingReportsTests
{
    private const string Reports =
        """
        {"id":"a","danger_now":true,"text":"there's a typo on our page","where":{"platform":"Facebook","account":"","link":""},"about":"pupil","route":"danger"}

        {"id":"b","danger_now":false,"text":"A naked picture of a girl in Year 9 is going round.","where":{"platform":"Snapchat"},"about":"pupil","route":"indecent_image"}
        {"id":"c","danger_now":false,"text":"A dad is swearing about the parking under our post.","where":{"platform":"Facebook","account":"@north","link":"x"},"about":"parent","route":"parent_comment"}
        {"id":"d","danger_now":false,"text":"There is a typo in our last post.","where":{},"about":"none of these","route":"child_at_risk"}
        {"id":"e","danger_now":true,"text":"Our logo is on a poster.","route":"other"}

        """;

    [Fact]
    public void The_table_counts_by_route_and_names_whom_nobody_would_have_helped()
    {
        var lines = Run(Reports, out var code).TrimEnd().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Equal(0, code);
        Assert.Contains("danger 100.0 % 1 of 1", lines);
        Assert.Contains("child_at_risk 0.0 % 0 of 1", lines);
        Assert.Contains("safeguarding, exact route 66.7 % 2 of 3", lines);
        Assert.Contains("safeguarding, seen as such 66.7 % 2 of 3", lines);
        Assert.Contains("over-caution 50.0 % 1 of 2", lines);
        Assert.Equal("safeguarding missed: d", lines[^1]);
    }

    [Fact]
    public void Json_prints_one_object_a_line_in_the_order_of_the_file()
    {
        var lines = Run(Reports, out var code, "--json").TrimEnd().ReplaceLineEndings("\n").Split('\n');

        Assert.Equal(0, code);
        Assert.Equal(
            [
                """{"id":"a","route":"danger"}""", """{"id":"b","route":"indecent_image"}""", """{"id":"c","route":"parent_comment"}""", """{"id":"d","route":"other"}""",
                """{"id":"e","route":"danger"}""",
            ],
            lines);
    }

    [Fact]
    public void A_report_whose_route_is_not_known_yet_is_read_and_not_counted()
    {
        Assert.Equal("""{"id":"f","route":"danger"}""", Run("""{"id":"f","danger_now":true,"text":"x","where":null,"about":null}""", out _, "--json").TrimEnd());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"id":"f","where":{}}""")]
    [InlineData("""{"id":"f","text":"x","danger_now":"perhaps"}""")]
    [InlineData("""{"id":"f","text":"x","danger_now":false,"route":"north"}""")]
    public void A_line_that_is_no_report_is_named(string line)
    {
        var said = Run("""{"id":"a","danger_now":true,"text":"x"}""" + "\n" + line, out var code);

        Assert.Equal(1, code);
        Assert.Contains("Line 2 is not a report", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--chek")]
    [InlineData("policy")]
    public void Training_refuses_an_option_that_it_does_not_know(string option)
    {
        using var errors = new StringWriter();

        Assert.Equal(1, TrainReports.Run([option], TextWriter.Null, errors));
        Assert.Equal($"'{option}' is not an option of train-reports. Its options are --check, --cross-validate and --misses.", errors.ToString().TrimEnd());
    }

    private static string Run(string reports, out int code, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("reports.jsonl");
        File.WriteAllText(file, reports);
        using var output = new StringWriter();
        code = EvaluateFile.Run([file, .. options], new ConfigurationManager(), output, output);
        return output.ToString();
    }
}
