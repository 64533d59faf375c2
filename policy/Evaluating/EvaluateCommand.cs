using System.Text.Json;

namespace PolicyBot.Policy.Evaluating;

/// <summary>The <c>evaluate</c> command: runs a question file through the answerer that the chat uses.</summary>
public static class EvaluateCommand
{
    /// <summary>Prints the table, or with <c>--json</c> one JSON object for each line of the file, in its order.</summary>
    /// <returns>The exit code: 0; 1 when a line is not a question, after a sentence that says which.</returns>
    public static int Run(IEnumerable<string> args, IPolicyAnswerer answerer, TextReader questions, TextWriter output, TimeProvider time)
    {
        var json = args.Contains("--json", StringComparer.Ordinal);
        var evaluation = new Evaluation();
        var number = 0;
        try
        {
            while (questions.ReadLine() is { } line)
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                var answer = evaluation.Ask(QuestionLine.Parse(line, number), answerer, time);
                if (json)
                    output.WriteLine(JsonSerializer.Serialize(answer, EvaluationJson.Default.AnswerLine));
            }
        }
        catch (FormatException fault)
        {
            output.WriteLine(fault.Message);
            return 1;
        }

        if (!json)
            output.Write(evaluation.Table());
        return 0;
    }
}
