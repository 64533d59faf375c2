namespace PolicyBot.Policy.Drafts.Rules;

/// <summary>What a rule makes of a draft, before its title, clause and advice are put to it.</summary>
internal sealed record Raised(string Rule, Severity Severity, string Words);
