using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Tenancy;

/// <summary>
/// Tells each transaction whose it is: the settings go in front of the first query, in the same round trip; before anything else,
/// as a command of their own. Outside a transaction nothing is set, and row-level security lets nothing through.
/// </summary>
public sealed class TenantScopeInterceptor : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (Unscoped(command, eventData) is { } context)
        {
            if (eventData.CommandSource == CommandSource.LinqQuery) command.CommandText = context.Scope!.ToSql() + command.CommandText;
            else Command(command, context).ExecuteNonQuery();
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Unscoped(command, eventData) is { } context)
        {
            if (eventData.CommandSource == CommandSource.LinqQuery) command.CommandText = context.Scope!.ToSql() + command.CommandText;
            else await Command(command, context).ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (Unscoped(command, eventData) is { } context) Command(command, context).ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Unscoped(command, eventData) is { } context) await Command(command, context).ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        if (Unscoped(command, eventData) is { } context) Command(command, context).ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        if (Unscoped(command, eventData) is { } context) await Command(command, context).ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private static PortalDbContext? Unscoped(DbCommand command, CommandEventData eventData)
    {
        if (eventData.Context is not PortalDbContext { Scope: { } scope } context || scope.IsNobody) return null;
        if (command.Transaction is null || ReferenceEquals(command.Transaction, context.ScopedTransaction)) return null;
        context.ScopedTransaction = command.Transaction;
        return context;
    }

    private static DbCommand Command(DbCommand about, PortalDbContext context)
    {
        var command = about.Connection!.CreateCommand();
        command.Transaction = about.Transaction;
#pragma warning disable CA2100 // Only guids go into this text.
        command.CommandText = context.Scope!.ToSql();
#pragma warning restore CA2100
        return command;
    }
}

/// <summary>Going back to a savepoint also takes back what was set after it: the scope must be told again.</summary>
public sealed class ScopedTransactionInterceptor : DbTransactionInterceptor
{
    public override void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => Forget(eventData);

    public override Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData);
        return Task.CompletedTask;
    }

    private static void Forget(TransactionEventData eventData)
    {
        if (eventData.Context is PortalDbContext context) context.ScopedTransaction = null;
    }
}
