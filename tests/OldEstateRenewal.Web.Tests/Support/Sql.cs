using Npgsql;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>SQL past the application: as its own roles, as an intruder would send it, or as the administrator.</summary>
public sealed class Sql(TestDatabase database)
{
    public const string Refused = "42501";
    public const string ForeignKey = "23503";

    /// <summary>For what no role of the portal may do.</summary>
    public string Administrator => database.Administrator;

    public Task<T?> AskAppAsync<T>(TenantScope? scope, string sql) => AskAsync<T>(database.Setup.Connections.App, scope, sql);

    public Task<int> AppAsync(TenantScope? scope, string sql) => RunAsync(database.Setup.Connections.App, scope, sql);

    public Task<T?> AskSupervisorAsync<T>(TenantScope? scope, string sql) => AskAsync<T>(database.Setup.Connections.Supervisor, scope, sql);

    public Task<int> SupervisorAsync(TenantScope? scope, string sql) => RunAsync(database.Setup.Connections.Supervisor, scope, sql);

    public Task<T?> AskAdministratorAsync<T>(string sql) => AskAsync<T>(database.Administrator, null, sql);

    public Task<int> AdministratorAsync(string sql) => RunAsync(database.Administrator, null, sql);

    /// <summary>The SQLSTATE with which the app's attempt is refused; null when it went through.</summary>
    public async Task<string?> RefusalAsync(TenantScope? scope, string sql) => await RefusalOfAsync(() => AppAsync(scope, sql));

    public static async Task<string?> RefusalOfAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static async Task<int> RunAsync(string connectionString, TenantScope? scope, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var rows = await Command(connection, scope, sql).ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows;
    }

    private static async Task<T?> AskAsync<T>(string connectionString, TenantScope? scope, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var value = await Command(connection, scope, sql).ExecuteScalarAsync();
        return value is null or DBNull ? default : (T)value;
    }

#pragma warning disable CA2100 // Tests write their own SQL.
    private static NpgsqlCommand Command(NpgsqlConnection connection, TenantScope? scope, string sql) => new(scope?.ToSql() + sql, connection) { CommandTimeout = 180 };
#pragma warning restore CA2100
}
