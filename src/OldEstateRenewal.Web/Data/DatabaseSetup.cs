using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OldEstateRenewal.Web.Data;

/// <summary>
/// Brings a database up to date as its administrator: roles, migrations, walls. Afterwards the portal works only as the two roles
/// that own nothing.
/// </summary>
public sealed class DatabaseSetup(string administratorConnection)
{
    public const string Owner = "portal_owner";
    public const string App = "portal_app";
    public const string Supervisor = "portal_supervisor";
    private const long SetupLock = 5_080_278_1259;

    /// <summary>The two working connections; their passwords follow from the administrator's, so that every instance finds the same.</summary>
    public PortalConnections Connections => new(Connection(App), Connection(Supervisor));

    public async Task CreateDatabaseAsync(string name)
    {
        await using var source = NpgsqlDataSource.Create(administratorConnection);
        await using var exists = source.CreateCommand("select 1 from pg_database where datname = $1");
        exists.Parameters.Add(new NpgsqlParameter { Value = name });
        if (await exists.ExecuteScalarAsync() is not null) return;
        await using var create = source.CreateCommand($"create database {Identifier(name)}");
        await create.ExecuteNonQueryAsync();
    }

    /// <summary>Roles, migrations and walls; safe to repeat and to run from several instances at once.</summary>
    public async Task PrepareAsync()
    {
        await using var connection = new NpgsqlConnection(administratorConnection);
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"select pg_advisory_lock({SetupLock})");
        await ExecuteAsync(connection, Roles());
        await ExecuteAsync(connection, $"set role {Owner}");
        await ExecuteAsync(connection, SearchFunctions.Sql);
        await ExecuteAsync(connection, MoneyTriggers.Functions);
        await MigrateAsync(connection);
        await ExecuteAsync(connection, "reset role");
        await ExecuteAsync(connection, $"select pg_advisory_unlock({SetupLock})");
    }

    /// <summary>Work that only the owner may do: tenants, people, memberships.</summary>
    public async Task AsOwnerAsync(Func<PortalDbContext, Task> work)
    {
        await using var connection = new NpgsqlConnection(administratorConnection);
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"set role {Owner}");
        await using var context = OwnerContext(connection);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await work(context);
        await transaction.CommitAsync();
    }

    /// <summary>Tells the planner what a large load has brought, rather than wait for autovacuum to notice.</summary>
    public async Task AnalyzeAsync()
    {
        await using var connection = new NpgsqlConnection(administratorConnection);
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"set role {Owner}");
        await ExecuteAsync(connection, "set search_path = portal; analyze");
    }

    private static async Task MigrateAsync(NpgsqlConnection connection)
    {
        await using var context = OwnerContext(connection);
        await context.Database.MigrateAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, RowSecurity.Sql(context.Model));
        await transaction.CommitAsync();
    }

    private static PortalDbContext OwnerContext(NpgsqlConnection connection) =>
        new(PortalDatabase.Configure(new DbContextOptionsBuilder<PortalDbContext>(), options => options.UseNpgsql(connection, PortalDatabase.History)));

    private string Roles() => $"""
        do $setup$ begin
          if not exists (select from pg_roles where rolname = '{Owner}') then create role {Owner} nologin nosuperuser nobypassrls nocreaterole; end if;
          if not exists (select from pg_roles where rolname = '{App}') then create role {App}; end if;
          if not exists (select from pg_roles where rolname = '{Supervisor}') then create role {Supervisor}; end if;
        end $setup$;
        alter role {App} login nocreatedb nocreaterole noinherit password '{Password(App)}';
        alter role {Supervisor} login nocreatedb nocreaterole noinherit password '{Password(Supervisor)}';
        -- Every query of the portal begins with the tenant: one plan serves all, and planning costs more than running.
        alter role {App} set plan_cache_mode = force_generic_plan;
        alter role {Supervisor} set plan_cache_mode = force_generic_plan;
        alter role {App} set jit = off;
        alter role {Supervisor} set jit = off;
        do $setup$ begin
          if not pg_has_role(current_user, '{Owner}', 'member') then execute format('grant {Owner} to %I', current_user); end if;
        end $setup$;
        revoke create on schema public from public;
        create schema if not exists portal authorization {Owner};
        grant usage on schema portal to {App}, {Supervisor};
        """;

    private string Connection(string role)
    {
        var settings = new NpgsqlConnectionStringBuilder(administratorConnection)
        {
            Username = role,
            Password = Password(role),
            SearchPath = "portal",
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // Two roles draw on PostgreSQL's 100 connections, however many processors there are.
            MaxPoolSize = Math.Clamp(Environment.ProcessorCount * 4, 8, 40),
            ApplicationName = "OldEstateRenewal",
        };
        return settings.ConnectionString;
    }

    private string Password(string role)
    {
        var secret = new NpgsqlConnectionStringBuilder(administratorConnection).Password;
        if (string.IsNullOrEmpty(secret)) throw new InvalidOperationException("ConnectionStrings:Portal 须含管理员口令（据以派生门户两个数据库角色的口令）。");
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes("old-estate-renewal/" + role)));
    }

    private static string Identifier(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
