using System.Globalization;
using System.Text;

namespace PolicyBot.Cases.Questions;

/// <summary>
/// Answered questions as lines that can become guidance: below the name of what they are about, one way of asking a line, and above each, as a
/// remark, what a person answered. Nobody's name stands in it by itself; what people typed must be read before it is used.
/// </summary>
public static class GuidanceLines
{
    private const string Remark = "# ";
    private const string TurnsApart = ">>";
    private const string Unknown =
        "Of what these are about nothing is known. Write what it is in brackets above each, as [friend-request-pupil], and take the \"#\" before the question away.";

    public static string Write(IEnumerable<Question> answered)
    {
        var lines = new StringBuilder();
        var all = answered.Where(question => question.Answer is not null).ToLookup(question => question.Given.Subject is not null);
        foreach (var block in all[true].GroupBy(question => question.Given.Subject!, StringComparer.Ordinal).OrderBy(block => block.Key, StringComparer.Ordinal))
            Append(lines, $"[{block.Key}]", block, "");
        // Without a name above them they would count for whatever stands before: until somebody has looked, they are remarks too.
        if (all[false].Any())
            Append(lines, Remark + Unknown, all[false], Remark);
        return lines.ToString();
    }

    private static void Append(StringBuilder lines, string head, IEnumerable<Question> questions, string before)
    {
        lines.Append(head).Append('\n');
        foreach (var question in questions)
        {
            var answer = question.Answer!;
            var clause = answer.Clause is { } named ? $"clause {Line(named.Clause)} of {Line(named.Document)}" : "no clause named";
            lines.Append(CultureInfo.InvariantCulture, $"{Remark}{question.Reference}, answered on {answer.At:yyyy-MM-dd} by the {answer.Desk.Title()}; {clause}\n");
            lines.Append(Remark).Append("Answer: ").Append(Line(WithoutAsker(answer.Text, question))).Append('\n');
            lines.Append(before).Append(Turns(question)).Append('\n');
        }
        lines.Append('\n');
    }

    // A follow-up means something only with what was asked before it.
    private static string Turns(Question question)
    {
        var (earlier, asked) = (Asked(WithoutAsker(question.Before ?? "", question)), Asked(WithoutAsker(question.Text, question)));
        return earlier.Length == 0 || asked.Length == 0 ? asked : $"{earlier} {TurnsApart} {asked}";
    }

    // A line that began like a heading or a remark would be read as one, and ">>" would part it into the turns of a talk.
    private static string Asked(string text)
    {
        var asked = Line(text).TrimStart('[', '#', '>', ' ');
        while (asked.Contains(TurnsApart, StringComparison.Ordinal))
            asked = asked.Replace(TurnsApart, ">", StringComparison.Ordinal);
        return asked;
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
