using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PolicyBot.Cases.Storage;

internal static class Migrations
{
    /// <summary>The id of the newest migration for this database; ids begin with their date, so they sort.</summary>
    public static string Latest(Type context) => typeof(Migrations).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
        .OfType<string>()
        .Max(StringComparer.Ordinal)!;
}
