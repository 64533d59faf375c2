namespace PolicyBot.Cases.Disposal;

/// <summary>What is left of a case that was disposed of: a line in the log, without anybody's name or words.</summary>
/// <param name="LastHash">The hash of its last trail entry: proves of an exported file that it was this case.</param>
public sealed record Disposed(CaseReference Reference, string Class, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, DateTimeOffset DisposedAt, string Rule, string LastHash);
