using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PolicyBot.Cases.Storage;

/// <summary>
/// A prepared statement that changes rows, run on SQLite's own interface. Three of them stand on the way of every message, and the provider's
/// command costs more around each than SQLite does inside: measured, it was a tenth of a turn.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;

    /// <summary>Prepares one statement with as many parameters as <paramref name="values"/>: <c>$1</c> and on.</summary>
    public SqliteStatement(sqlite3 database, string sql, int values)
    {
        this.database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
        // To SQLite $2 is a name, not a number: it counts parameters as they appear in the text.
        places = [.. Enumerable.Range(1, values).Select(number => raw.sqlite3_bind_parameter_index(statement, $"${number}"))];
    }

    /// <summary>Runs it and gives the number of rows that changed.</summary>
    /// <exception cref="SqliteException">SQLite refused.</exception>
    public int Execute(Database dialect, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            SqliteException.ThrowExceptionForRC(Bind(places[i], values[i] is DateTimeOffset time ? dialect.Time(time) : values[i]), database);
        var result = raw.sqlite3_step(statement);
        var changed = raw.sqlite3_changes(database);
        raw.sqlite3_reset(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            SqliteException.ThrowExceptionForRC(result, database);
        return changed;
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        "" => raw.sqlite3_bind_text(statement, place, ""), // no bytes at all would be null
        string text => Bind(place, text),
        Utf8Text { Bytes.IsEmpty: false } text => raw.sqlite3_bind_text(statement, place, text.Bytes.Span),
        Utf8Text => raw.sqlite3_bind_text(statement, place, ""),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be stored.", nameof(value)),
    };

    // SQLite copies it; the buffer between, as large as a card, is not made anew for each.
    private int Bind(int place, string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, place, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
