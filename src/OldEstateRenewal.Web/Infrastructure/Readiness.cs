using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>Whether the portal may serve: database reachable, migrations applied, every wall standing.</summary>
public sealed class Readiness(PortalDatabase database, ILogger<Readiness> logger)
{
    /// <summary>Refuses to start on a database whose walls do not stand.</summary>
    public async Task CheckAsync()
    {
        var problems = await ProblemsAsync();
        if (problems.Count > 0) throw new PortalStartException("数据库检查未通过，门户不启动：\n" + string.Join("\n", problems));
    }

    public async Task<IResult> ReportAsync()
    {
        try
        {
            var problems = await ProblemsAsync();
            if (problems.Count == 0) return Results.Text("ok");
            logger.LogError("Not ready: {Problems}", problems);
            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or TimeoutException)
        {
            return Results.Text("database unreachable", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<List<string>> ProblemsAsync()
    {
        await using var db = database.Lease(null);
        var pending = await db.Database.GetPendingMigrationsAsync();
        return [.. pending.Select(name => $"migration {name} is not applied"), .. await CatalogueCheck.ProblemsAsync(db)];
    }
}
