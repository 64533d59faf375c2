using System.Collections.Immutable;
using PolicyBot.Cases.Incidents;
using PolicyBot.Cases.Questions;
using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Everything that is kept, which only a test wants to see at once.</summary>
internal static class EveryCase
{
    public static Task<ImmutableArray<Incident>> AllAsync(this CaseReader<Incident> cases, CancellationToken cancellationToken) =>
        cases.StandingAsync([.. Enum.GetNames<IncidentStatus>()], cancellationToken);

    public static Task<ImmutableArray<Question>> AllAsync(this CaseReader<Question> cases, CancellationToken cancellationToken) =>
        cases.StandingAsync([.. Enum.GetNames<QuestionStatus>()], cancellationToken);
}
