using PolicyBot.Policy;
using PolicyBot.Policy.Reports;

namespace PolicyBot.Tests.Reports;

/// <summary>The reports that the reader learns from, and what it learnt.</summary>
public sealed class ReportBankTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "policy", "Reports");
    private static readonly ReportBank Bank = ReportBank.Read(Path.Combine(Folder, "reported"));

    [Fact]
    public void Every_voice_knows_every_route()
    {
        var voices = Bank.Reports.GroupBy(report => report.Voice).ToList();

        Assert.True(voices.Count >= 8, "too few voices to leave one out");
        Assert.All(voices, voice => Assert.Equal(Enum.GetValues<ReportRoute>(), voice.Select(report => report.Route).Distinct().Order()));
    }

    [Fact]
    public void Nothing_is_said_twice() =>
        Assert.Empty(Bank.Reports.GroupBy(report => report.Text.ToLowerInvariant()).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void The_shipped_model_is_what_the_reports_teach()
    {
        using var output = new StringWriter();

        Assert.True(TrainReportsCommand.Run(Folder, ["--check"], output) == 0, output.ToString());
    }

    [Fact]
    public void A_changed_report_puts_the_model_out_of_date_and_training_mends_it()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("reported"));
        File.WriteAllText(Path.Combine(folder.File("reported"), "one.txt"), "[danger]\nhe has a knife\n[other]\nthere is a typo\n");

        Assert.Equal(1, TrainReportsCommand.Run(folder.Path, ["--check"], TextWriter.Null));
        Assert.Equal(0, TrainReportsCommand.Run(folder.Path, [], TextWriter.Null));
        Assert.Equal(0, TrainReportsCommand.Run(folder.Path, ["--check"], TextWriter.Null));
        File.AppendAllText(Path.Combine(folder.File("reported"), "one.txt"), "the logo is wrong\n");
        Assert.Equal(1, TrainReportsCommand.Run(folder.Path, ["--check"], TextWriter.Null));
    }

    [Theory]
    [InlineData("a report", "line 1: a report needs a line before it that names its route")]
    [InlineData("[danger]\nx\n[dangr]", "line 3: no route is called \"dangr\"")]
    public void A_line_that_is_no_report_is_named(string text, string fault) =>
        Assert.Contains(fault, Assert.Throws<PolicyException>(() => ReportBank.Read("one.txt", text).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_route_has_a_name_that_leads_back_to_it() =>
        Assert.All(Enum.GetValues<ReportRoute>(), route => Assert.Equal(route, ReportRoutes.Named(route.FileName())));
}
