using PolicyBot.Cases.Questions;

namespace PolicyBot.Cases.Opinions;

/// <summary>What a rule found in a draft, as the record keeps it.</summary>
/// <param name="Rule">The rule's stable id.</param>
/// <param name="Words">The words in the draft that raised it.</param>
/// <param name="Clause">Null where no clause says it.</param>
public sealed record FoundInDraft(string Rule, string Title, bool Serious, string Words, ClauseRef? Clause, string Advice);
