using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Holidays;

/// <summary>Keeps the tenant's own holiday tables.</summary>
public sealed class HolidayService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    /// <summary>What the tenant has entered for a year, the newest first.</summary>
    public Task<List<HolidayYear>> OwnAsync(int year) => db.HolidayYears.AsNoTracking().Include(y => y.Days).Where(y => y.Year == year).OrderByDescending(y => y.Revision).ToListAsync();

    /// <summary>Adds the next revision; false when somebody else was faster.</summary>
    public async Task<bool> AddAsync(int year, HolidayForm form, IReadOnlyList<HolidayPeriod> periods)
    {
        var last = await db.HolidayYears.Where(y => y.Year == year).MaxAsync(y => (int?)y.Revision) ?? 0;
        if (form.Revision != last) return false;
        var row = new HolidayYear { TenantId = access.Value.Tenant.Id, Year = year, Revision = last + 1, Source = form.Source!.Trim(), Reason = form.Reason.OrNull(), RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        foreach (var period in periods)
        {
            row.Days.AddRange(period.DaysOff.Select(day => Day(row, period, day, false)));
            row.Days.AddRange(period.MakeUpDays.Select(day => Day(row, period, day, true)));
        }

        db.HolidayYears.Add(row);
        audit.Add("HolidaysRecorded", row, $"{year}年节假日安排", $"{(row.Reason is null ? "" : row.Reason + "。")}{row.ToTable().Text}");
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: HolidayYear.UniqueRevision })
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static HolidayDay Day(HolidayYear row, HolidayPeriod period, DateOnly day, bool isWorked) => new() { TenantId = row.TenantId, YearId = row.Id, Day = day, Name = period.Name, IsWorked = isWorked };
}
