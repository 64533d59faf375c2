using Microsoft.Extensions.Configuration;
using PolicyBot.Bot.Commands;
using PolicyBot.Policy;

namespace PolicyBot.Tests.Policy;

/// <summary>An option that is mistyped is not taken for none.</summary>
public sealed class CommandOptionTests
{
    [Theory]
    [InlineData("--chek")]
    [InlineData("--check", "--json")]
    [InlineData("another-folder")]
    public void Training_refuses_an_option_that_it_does_not_know_and_writes_nothing(params string[] options)
    {
        using var copy = new PolicyCopy();
        var model = copy.File(PolicyLibrary.ModelName);
        File.WriteAllText(model, "as it was");
        using var errors = new StringWriter();

        Assert.Equal(1, TrainFolder.Run([copy.Folder, .. options], TextWriter.Null, errors));
        Assert.Equal($"'{options[^1]}' is not an option of train. Its options are --check, --cross-validate and --misses.", errors.ToString().TrimEnd());
        Assert.Equal("as it was", File.ReadAllText(model));
    }

    [Theory]
    [InlineData("--misses")]
    [InlineData("--check", "--misses")]
    public void Training_refuses_to_name_misses_that_it_does_not_look_for_and_writes_nothing(params string[] options)
    {
        using var copy = new PolicyCopy();
        var model = copy.File(PolicyLibrary.ModelName);
        File.WriteAllText(model, "as it was");
        using var errors = new StringWriter();

        Assert.Equal(1, TrainFolder.Run([copy.Folder, .. options], TextWriter.Null, errors));
        Assert.Equal("--misses names what --cross-validate finds: give both, or neither. Nothing was written.", errors.ToString().TrimEnd());
        Assert.Equal("as it was", File.ReadAllText(model));
    }

    [Fact]
    public void Evaluating_refuses_an_option_that_it_does_not_know()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("questions.jsonl"), "");
        using var errors = new StringWriter();

        Assert.Equal(1, EvaluateFile.Run([folder.File("questions.jsonl"), "--jsn"], new ConfigurationManager(), TextWriter.Null, errors));
        Assert.Equal("'--jsn' is not an option of evaluate. Its option is --json.", errors.ToString().TrimEnd());
    }

    [Fact]
    public void Evaluating_asks_the_policies_that_the_bot_would_serve()
    {
        using var copy = new PolicyCopy();
        copy.Reword("Staff are not permitted to follow", "Staff are not allowed to follow");
        File.WriteAllText(copy.File("questions.jsonl"), """{"id":"a","turns":["can I follow a pupil on instagram"],"kind":"answerable","gold_quotes":["not allowed to follow"],"verdict":"none","next_action":"none"}""");
        using var output = new StringWriter();
        var settings = new ConfigurationManager { ["Policy:Folder"] = copy.Folder };

        Assert.Equal(0, EvaluateFile.Run([copy.File("questions.jsonl"), "--json"], settings, output, TextWriter.Null));
        Assert.StartsWith("""{"id":"a","quotes":["Staff are not allowed to follow""", output.ToString(), StringComparison.Ordinal);
    }
}
