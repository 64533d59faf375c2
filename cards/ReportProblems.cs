namespace PolicyBot.Cards;

/// <summary>What is wrong on a form: for each field (see <see cref="Fields"/>) the sentence that stands beside it, such as "Please choose a date."</summary>
public sealed record ReportProblems(ImmutableDictionary<string, string> Sentences)
{
    public static readonly ReportProblems None = new(ImmutableDictionary<string, string>.Empty);

    public bool Any => !Sentences.IsEmpty;

    public string? For(string field) => Sentences.GetValueOrDefault(field);

    public ReportProblems With(string field, string sentence) => new(Sentences.SetItem(field, sentence));
}
