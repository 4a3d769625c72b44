using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Sets what is made again and again, and takes it back.</summary>
public sealed class ReportSchedules(ReportRegister register, CurrentAccess access, TimeProvider time)
{
    public const int Most = 50;

    /// <summary>Those of the person; who reads the whole county sees all.</summary>
    public async Task<List<ReportSchedule>> ListAsync()
    {
        var keys = ReportCatalogue.For(access.Value).Select(entry => entry.Key).ToList();
        return await (await register.OpenAsync()).ReportSchedules.AsNoTracking().Where(s => s.RemovedAt == null && keys.Contains(s.Key)).OrderBy(s => s.NextAt).ThenBy(s => s.Id).ToListAsync();
    }

    public static string? WhyNot(ReportScheduleForm form) => form switch
    {
        { Cycle: ReportCycle.Weekly, Day: < 1 or > 7 } => "每周的日应在 1（周一）至 7（周日）之间。",
        { Cycle: ReportCycle.Monthly, Day: < 1 or > ReportSchedule.LastDay } => $"每月的日应在 1 至 {ReportSchedule.LastDay} 之间。",
        _ => null,
    };

    public async Task<string?> AddAsync(ReportOrder order, ReportScheduleForm form)
    {
        var db = await register.OpenAsync();
        if (await db.ReportSchedules.CountAsync(s => s.RemovedAt == null && s.MadeById == access.Value.UserId) >= Most) return $"每人最多 {Most} 个定时报表，请先删除不用的。";
        var now = time.GetUtcNow();
        var schedule = new ReportSchedule
        {
            Key = order.Entry.Key,
            Name = order.Entry.Name,
            Format = order.Format,
            Parameters = order.Values.ToQuery(),
            Filter = order.Filter,
            IsHousehold = order.Entry.IsHousehold,
            StreetId = access.Value.StreetId,
            Cycle = form.Cycle!.Value,
            Day = form.Day!.Value,
            Hour = form.Hour!.Value,
            Site = order.Site,
            MadeBy = access.Value.UserName,
            MadeById = access.Value.UserId,
            MadeAt = now,
            NextAt = ReportSchedule.NextAfter(now, form.Cycle.Value, form.Day.Value, form.Hour.Value),
        };
        db.ReportSchedules.Add(schedule);
        register.Note("ReportScheduled", schedule, schedule.Id, $"{schedule.Name} {schedule.InWords}");
        await register.SaveAsync();
        return null;
    }

    /// <summary>Only who set it takes it back.</summary>
    public async Task<bool?> RemoveAsync(Guid id)
    {
        if (await (await register.OpenAsync()).ReportSchedules.SingleOrDefaultAsync(s => s.Id == id && s.MadeById == access.Value.UserId) is not { } schedule) return null;
        if (schedule.RemovedAt is not null) return false;
        (schedule.RemovedAt, schedule.RemovedBy) = (time.GetUtcNow(), access.Value.UserName);
        register.Note("ReportScheduleRemoved", schedule, schedule.Id, $"{schedule.Name} {schedule.InWords}");
        await register.SaveAsync();
        return true;
    }
}
