using System.Data.Common;

namespace PolicyBot.Cases.Storage.Sqlite;

/// <summary>
/// Makes the tables in a file that has none: the first start on a laptop, which need not load EF Core for it. The script is what the migrations write (a test
/// holds the two together), so the file is the one that they would have made, with their history in it.
/// </summary>
internal static class NewFile
{
    /// <summary>False when there is something in the file already: then it is for the migrations to bring it up to date.</summary>
    /// <param name="connect">Opens the file to write.</param>
    /// <exception cref="DbException">SQLite refused; nothing was made.</exception>
    public static bool TryLayOut(Func<DbConnection> connect)
    {
        using var connection = connect(); // an open transaction is rolled back with it
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; SELECT count(*) FROM sqlite_master";
        if (command.ExecuteScalar() is not 0L)
            return false;
        command.CommandText = Script();
        command.ExecuteNonQuery();
        command.CommandText = "COMMIT";
        command.ExecuteNonQuery();
        return true;
    }

    internal static string Script()
    {
        using var reader = new StreamReader(typeof(NewFile).Assembly.GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }
}
