using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OldEstateRenewal.Web.Data;

/// <summary>Names in the database as PostgreSQL people write them: annual_plans, tenant_id.</summary>
internal static partial class SnakeCaseNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            type.SetTableName(Snake(type.GetTableName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            foreach (var property in type.GetProperties()) property.SetColumnName(Snake(property.GetColumnName()));
            foreach (var key in type.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var foreign in type.GetForeignKeys()) foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
            foreach (var index in type.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    private static string Snake(string name) => WordStart().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
