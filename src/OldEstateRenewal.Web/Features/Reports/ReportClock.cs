using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>
/// 定时报表: asks for what is due, and deletes the bytes of reports that were kept long enough, tenant by tenant. Several portals on one database take turns; a time
/// that was missed is made up for once.
/// </summary>
public sealed partial class ReportClock(PortalDatabase database, ReportBell bell, TimeProvider time, ILogger<ReportClock> log) : BackgroundService
{
    private static readonly TimeSpan lookEvery = TimeSpan.FromMinutes(5);

    /// <summary>Looks through every tenant; returns how many reports were asked for.</summary>
    public async Task<int> RunAsync()
    {
        var asked = 0;
        foreach (var id in await database.InTransactionAsync(null, db => db.Tenants.AsNoTracking().OrderBy(t => t.Key).Select(t => t.Id).ToListAsync())) asked += await TryAsync(id);
        return asked;
    }

    /// <summary>What goes wrong in one tenant keeps no other waiting.</summary>
    private async Task<int> TryAsync(Guid tenantId)
    {
        try
        {
            var asked = await database.InTransactionAsync(TenantScope.OfTenant(tenantId), db => AskAsync(db, tenantId));
            if (asked > 0) bell.Ring(tenantId);
            return asked;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LookFailed(tenantId, problem);
            return 0;
        }
    }

    private async Task<int> AskAsync(PortalDbContext db, Guid tenantId)
    {
        var now = time.GetUtcNow();
        await ClearAsync(db, now);
        if (!await Due(db, now).AnyAsync()) return 0;
        await db.TakeTurnAsync(ReportShelf.TurnOf(tenantId));
        var due = await Due(db, now).OrderBy(s => s.NextAt).ToListAsync();
        var year = now.ToChina().Year;
        var number = await db.Database.SqlQuery<int>($"select portal.last_report_number({year}) as \"Value\"").SingleAsync();
        foreach (var schedule in due)
        {
            var file = Of(schedule, now, year, ++number);
            db.ReportFiles.Add(file);
            db.AuditEntries.Add(new AuditEntry { At = now, UserId = schedule.MadeById, By = schedule.MadeBy, Kind = "ReportDue", SubjectType = nameof(ReportFile), SubjectId = file.Id, Subject = $"{file.NumberText} {file.Name}", Changes = "{}", Remark = schedule.InWords });
            schedule.NextAt = ReportSchedule.NextAfter(now, schedule.Cycle, schedule.Day, schedule.Hour);
        }

        await db.SaveChangesAsync();
        return due.Count;
    }

    private static IQueryable<ReportSchedule> Due(PortalDbContext db, DateTimeOffset now) => db.ReportSchedules.Where(s => s.RemovedAt == null && s.NextAt <= now);

    private static ReportFile Of(ReportSchedule schedule, DateTimeOffset now, int year, int number) => new()
    {
        Year = year,
        Number = number,
        Key = schedule.Key,
        Name = schedule.Name,
        Format = schedule.Format,
        Parameters = schedule.Parameters,
        Filter = schedule.Filter,
        IsHousehold = schedule.IsHousehold,
        StreetId = schedule.StreetId,
        MadeBy = schedule.MadeBy,
        MadeById = schedule.MadeById,
        AskedAt = now,
        Code = ReportShelf.NewCode(),
        Site = schedule.Site,
    };

    /// <summary>The row stays: whoever holds the file can still verify it.</summary>
    private static async Task ClearAsync(PortalDbContext db, DateTimeOffset now)
    {
        var before = now.AddDays(-ReportFile.DaysKept);
        var old = await db.ReportFiles.Where(f => f.State == ReportState.Done && f.ClearedAt == null && f.MadeAt < before).Select(f => f.Id).ToListAsync();
        if (old.Count == 0) return;
        await db.ReportContents.Where(c => old.Contains(c.FileId)).ExecuteDeleteAsync();
        await db.ReportFiles.Where(f => old.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.ClearedAt, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the portal does not wait for this.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync();
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LookFailed(Guid.Empty, problem);
            }

            await Task.Delay(lookEvery, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for due reports of tenant {Tenant} failed; it is tried again")]
    private partial void LookFailed(Guid tenant, Exception problem);
}
