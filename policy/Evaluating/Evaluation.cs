using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyBot.Policy.Evaluating;

/// <summary>How well an answerer does on a file of questions whose right answers are known.</summary>
internal sealed class Evaluation
{
    // In the question files' words: kinds whose right answer is a clause, and kinds where quoting one is wrong.
    private const string Emergency = "emergency";
    private const string OutOfPolicy = "out_of_policy";
    private const string OffTopic = "off_topic";
    private const string Intent = "intent";
    private const string Answerable = "answerable";
    private const string Injection = "injection";

    private readonly List<Line> lines = [];

    /// <summary>Asks one question and keeps what came of it.</summary>
    public AnswerLine Ask(QuestionLine question, IPolicyAnswerer answerer, TimeProvider time)
    {
        var start = time.GetTimestamp();
        var answer = answerer.Answer(question.Turns[^1], question.Turns[..^1]);
        var took = time.GetElapsedTime(start);
        var described = Describe(question.Id, answer);
        lines.Add(new Line(question, described, took));
        return described;
    }

    /// <summary>The figures by kind, as text: right out of those that the column applies to.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        Row(table, "kind", ["lines", "right first", "right quoted", "verdict", "action", "abstained", "median time"]);
        foreach (var kind in lines.GroupBy(line => line.Question.Kind, StringComparer.Ordinal))
            Row(table, kind.Key, Figures([.. kind]));
        Row(table, "all", Figures(lines));
        return table.ToString();
    }

    private static string[] Figures(List<Line> lines)
    {
        var withGold = lines.Where(line => line.Question.GoldQuotes.Length > 0).ToList();
        var withoutGold = lines.Where(line => line.Question.Kind is OutOfPolicy or OffTopic or Emergency).ToList();
        return
        [
            lines.Count.ToString(CultureInfo.InvariantCulture),
            Share(withGold, line => line.Answer.Quotes.Take(1).Any(quote => HoldsGold(line.Question, quote))),
            Share(withGold, line => line.Answer.Quotes.Any(quote => HoldsGold(line.Question, quote))),
            Share(lines, line => Same(line.Question.Verdict, line.Answer.Verdict)),
            Share([.. lines.Where(line => !Same(line.Question.NextAction, "none"))], line => Same(line.Question.NextAction, line.Answer.NextAction)),
            Share(withoutGold, line => line.Answer.Quotes.IsEmpty && Same(line.Question.Kind, line.Answer.Kind)),
            string.Create(CultureInfo.InvariantCulture, $"{lines.Select(line => line.Took).Order().ElementAt(lines.Count / 2).TotalMilliseconds:F3} ms"),
        ];
    }

    private static AnswerLine Describe(string id, Answer answer) => answer is { Perhaps: not null }
        ? Whole(id, answer) with { NextAction = Emergency } // the way to help stands above all else
        : Whole(id, answer);

    private static AnswerLine Whole(string id, Answer answer) => answer switch
    {
        Answer.Found found => new(id, [.. found.Clauses.Select(each => each.Clause.Text)], Word(found.Verdict), Word(found.Errand is NextStep.None ? found.Next : found.Errand), Answerable),
        Answer.NotCovered uncovered => new(id, [], Word(Verdict.None), Word(uncovered.Next), OutOfPolicy),
        Answer.Wanted wanted => new(id, [], Word(Verdict.None), Word(wanted.Next), Intent),
        Answer.Refused refused => new(
            id, refused.Truth is { } truth ? [.. truth.Clauses.Select(each => each.Clause.Text)] : [], Word(refused.Truth?.Verdict ?? Verdict.None), Word(NextStep.None), Injection),
        Answer.Unclear => new(id, [], Word(Verdict.None), Word(NextStep.None), Answerable),
        Answer.Urgent => new(id, [], Word(Verdict.None), Emergency, Emergency),
        _ => new(id, [], Word(Verdict.None), Word(NextStep.None), OffTopic),
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Yes => "yes",
        Verdict.No => "no",
        Verdict.Conditional => "conditional",
        _ => "none",
    };

    private static string Word(NextStep next) => next switch
    {
        NextStep.Report => "report",
        NextStep.SecondOpinion => "second_opinion",
        NextStep.Handover => "handover",
        NextStep.LogComment => "log_comment",
        NextStep.MyCases => "status",
        NextStep.AskManager => "ask_manager",
        NextStep.Acknowledge => "acknowledge",
        _ => "none",
    };

    private static bool HoldsGold(QuestionLine question, string quote) =>
        question.GoldQuotes.Any(gold => Plain(quote).Contains(Plain(gold), StringComparison.Ordinal));

    private static string Plain(string text) =>
        Spaces.Fold(text).ToLowerInvariant().Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"');

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static string Share<T>(List<T> lines, Func<T, bool> right) =>
        lines.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{lines.Count(right)}/{lines.Count}");

    private sealed record Line(QuestionLine Question, AnswerLine Answer, TimeSpan Took);

    private static void Row(StringBuilder table, string kind, string[] cells) =>
        table.Append(kind.PadRight(14)).AppendJoin("", cells.Select(cell => cell.PadLeft(13))).Append('\n');
}
