using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace PolicyBot.Tests.Storage;

/// <summary>Runs a theory on SQLite and on PostgreSQL; where there is no PostgreSQL, that half is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnBothAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Engine>(Engine.Sqlite), new TheoryDataRow<Engine>(Engine.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
