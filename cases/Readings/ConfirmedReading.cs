namespace PolicyBot.Cases.Readings;

/// <summary>Somebody confirmed that they have read a policy. Kept once for each text: a changed text needs a new one.</summary>
/// <param name="PersonId">The Entra object id.</param>
/// <param name="Document">The policy's title.</param>
/// <param name="Edition">Names the very text that was read.</param>
/// <param name="Issue">The issue number on its front page; empty where the page has none.</param>
public sealed record ConfirmedReading(string PersonId, string Document, string Edition, string Issue, DateTimeOffset At);
