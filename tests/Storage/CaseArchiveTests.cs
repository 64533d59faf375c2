using PolicyBot.Cases.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Somebody with a database tool changes, takes out or puts in a row: it is named, whichever row and column it is.</summary>
public sealed class CaseArchiveTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task What_nobody_touched_verifies(Engine engine) => Assert.Empty(await FaultsAfterAsync(engine, null));

    [Theory, OnBoth]
    public async Task Every_column_of_the_trail_is_watched(Engine engine)
    {
        var time = engine is Engine.Sqlite ? "at = at + 60000" : "at = at + INTERVAL '1 minute'";
        foreach (var change in (string[])["reference = 'INC-2026-0009'", "sequence = 9", time, "actor = 'x'", "type = 'x'", "data = '{}'", "previous = 'x'", "hash = 'x'"])
            Assert.True((await FaultsAfterAsync(engine, $"UPDATE trail SET {change} WHERE reference = 'INC-2026-0001' AND sequence = 2")).Any(fault => fault.StartsWith("INC-2026-0001: ", StringComparison.Ordinal)), change);
    }

    [Theory, OnBoth]
    public async Task Every_column_of_the_cases_is_watched(Engine engine)
    {
        var minute = engine is Engine.Sqlite ? "+ 60000" : "+ INTERVAL '1 minute'";
        (string Change, string Says)[] changes =
        [
            ("reference = 'INC-2026-0007'", "INC-2026-0007: the column reference was altered."), ("kind = 'QST'", "INC-2026-0001: the record cannot be read."),
            ("year = 2025", "INC-2026-0001: the column year was altered."), ("number = 7", "INC-2026-0001: the column number was altered."),
            ("academy = 'south'", "INC-2026-0001: the column academy was altered."), ("status = 'Closed'", "INC-2026-0001: the column status was altered."),
            ("reporter = 'x'", "INC-2026-0001: the column reporter was altered."), ("draft = 'x'", "INC-2026-0001: the column draft was altered."),
            ("version = 9", "INC-2026-0001: the column version was altered."), ($"opened_at = opened_at {minute}", "INC-2026-0001: the column opened_at was altered."),
            ($"changed_at = changed_at {minute}", "INC-2026-0001: the column changed_at was altered."), ("seal = 'x'", "INC-2026-0001: the record or its seal was altered."),
            ("record = REPLACE(record, 'open evening', 'secret meeting')", "INC-2026-0001: the record or its seal was altered."),
            ("record = 'nonsense'", "INC-2026-0001: the record cannot be read."),
        ];
        foreach (var (change, says) in changes)
            Assert.Contains(says, await FaultsAfterAsync(engine, $"UPDATE cases SET {change} WHERE reference = 'INC-2026-0001'"));
    }

    [Theory, OnBoth]
    public async Task A_missing_row_is_named_and_so_is_one_too_many(Engine engine)
    {
        Assert.Contains("INC-2026-0001: entry 1 is missing.", await FaultsAfterAsync(engine, "DELETE FROM trail WHERE reference = 'INC-2026-0001' AND sequence = 1"));
        Assert.Contains("INC-2026-0001: the case is missing, and its trail is still there.", await FaultsAfterAsync(engine, "DELETE FROM cases WHERE reference = 'INC-2026-0001'"));
        Assert.Contains(
            "INC-2026-0001: the case is missing, and the disposal log does not know of it.",
            await FaultsAfterAsync(engine, "DELETE FROM trail WHERE reference = 'INC-2026-0001'", "DELETE FROM cases WHERE reference = 'INC-2026-0001'"));
        Assert.Contains(
            "INC-2026-0001: entry 3 does not follow from the one before it.",
            await FaultsAfterAsync(engine, "INSERT INTO trail (reference, sequence, at, actor, type, data, previous, hash) SELECT reference, 3, at, actor, type, data, previous, hash FROM trail WHERE reference = 'INC-2026-0001' AND sequence = 2"));
    }

    private static async Task<ImmutableArray<string>> FaultsAfterAsync(Engine engine, params string?[]? tampering)
    {
        await using var memory = await Memory.NewAsync(engine);
        foreach (var number in (int[])[1, 2])
            await memory.Store.CommitAsync(Sample.Opening(number));
        await memory.Store.CommitAsync(Sample.Acknowledging(Sample.Incident(1), Sample.Martin));
        foreach (var sql in tampering ?? [])
            memory.Tamper(sql!);
        var archive = new CaseArchive(memory.Database);
        return [.. (await archive.AllAsync(Ended)).SelectMany(stored => stored.Faults), .. await archive.GapsAsync(Ended)];
    }
}
