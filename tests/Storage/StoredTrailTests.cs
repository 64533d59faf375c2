namespace PolicyBot.Tests.Storage;

/// <summary>Somebody with a database tool changes a case behind the bot's back: the trail names what was touched.</summary>
public sealed class StoredTrailTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task An_untouched_case_verifies(Engine engine) => Assert.Null(await FaultAfterAsync(engine, null));

    [Theory, OnBoth]
    public async Task An_altered_entry_is_named(Engine engine) => Assert.Equal(
        "INC-2026-0001: entry 2 was altered.",
        await FaultAfterAsync(engine, $"UPDATE trail SET actor = '{Sample.Priya.Id}' WHERE sequence = 2"));

    [Theory, OnBoth]
    public async Task A_missing_entry_is_named(Engine engine) => Assert.Equal(
        "INC-2026-0001: entry 1 is missing.",
        await FaultAfterAsync(engine, "DELETE FROM trail WHERE sequence = 1"));

    [Theory, OnBoth]
    public async Task A_trail_that_lost_its_end_is_named(Engine engine) => Assert.Equal(
        "INC-2026-0001: the record and its trail disagree after entry 1.",
        await FaultAfterAsync(engine, "DELETE FROM trail WHERE sequence = 2"));

    [Theory, OnBoth]
    public async Task A_record_put_back_to_an_earlier_day_is_named(Engine engine) => Assert.Equal(
        "INC-2026-0001: the record and its trail disagree after entry 2.",
        await FaultAfterAsync(engine, "UPDATE cases SET record = REPLACE(record, '\"count\":2', '\"count\":1')"));

    private static async Task<string?> FaultAfterAsync(Engine engine, string? tampering)
    {
        await using var memory = await Memory.NewAsync(engine);
        await memory.Store.CommitAsync(Sample.Opening(1));
        await memory.Store.CommitAsync(Sample.Acknowledging(Sample.Incident(1), Sample.Martin));
        if (tampering is not null)
            memory.Tamper(tampering);

        var incident = (await memory.Store.Incidents.FindAsync(Sample.Reference(1), Ended))!;
        return incident.Trail.FaultIn(incident.Reference, await memory.Store.TrailOfAsync(incident.Reference, Ended));
    }
}
