using System.Globalization;
using System.Text;

namespace PolicyBot.Cases.Questions;

/// <summary>
/// Answered questions as lines that can become guidance: blocks of <c>[situation]</c> with one way of asking a line, and above each, as a remark, what a
/// person answered. Nobody's name stands in it by itself; what people typed must be read before it is used.
/// </summary>
public static class GuidanceLines
{
    public static string Write(IEnumerable<Question> answered)
    {
        var lines = new StringBuilder();
        var blocks = answered.Where(question => question.Answer is not null)
            .GroupBy(question => Line(question.Given.Subject ?? Unmet.Other), StringComparer.Ordinal).OrderBy(block => block.Key, StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            lines.Append('[').Append(block.Key.Trim('[', ']', ' ')).Append("]\n");
            foreach (var question in block)
                Append(lines, question);
            lines.Append('\n');
        }
        return lines.ToString();
    }

    private static void Append(StringBuilder lines, Question question)
    {
        var answer = question.Answer!;
        var clause = answer.Clause is { } named ? $"clause {Line(named.Clause)} of {Line(named.Document)}" : "no clause named";
        lines.Append(CultureInfo.InvariantCulture, $"# {question.Reference}, answered on {answer.At:yyyy-MM-dd} by the {answer.Desk.Title()}; {clause}\n");
        lines.Append("# Answer: ").Append(Line(WithoutAsker(answer.Text, question))).Append('\n');
        // A line that began like a heading or a remark would be read as one.
        lines.Append(Line(WithoutAsker(question.Text, question)).TrimStart('[', '#', ' ')).Append('\n');
    }

    private static string WithoutAsker(string text, Question question) =>
        question.Asker.Name.Trim() is { Length: > 0 } name ? text.Replace(name, "(name)", StringComparison.OrdinalIgnoreCase) : text;

    /// <summary>One line, whatever was typed: line breaks of every kind, control characters and runs of spaces become one space.</summary>
    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd();
    }
}
