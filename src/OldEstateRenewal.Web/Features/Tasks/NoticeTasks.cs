using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Notices;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>Notices on the wall: their last day, and afterwards that they wait to be concluded.</summary>
public sealed class NoticeTasks(PortalDbContext db, CountyCalendar calendar, CurrentAccess access, TimeProvider time) : ITaskSource
{
    public async Task<IReadOnlyList<WaitingTask>> ReadAsync()
    {
        if (!access.May(Duty.ReadProjects)) return [];
        var posted = await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Posted).Include(n => n.Project).OrderBy(n => n.PostedOn).ThenBy(n => n.Id).ToListAsync();
        if (posted.Count == 0) return [];
        var book = await calendar.ReadAsync();
        return posted.Select(notice => Of(notice, notice.Term(book)!.LastDay)).ToList();
    }

    private WaitingTask Of(Notice notice, DateOnly last)
    {
        var isOver = last < ChinaTime.Today(time);
        return new WaitingTask($"notice-{notice.Id}", isOver ? $"“{notice.Title}”已期满，请办结" : $"“{notice.Title}”公示期满", $"/notices/{notice.Id}", notice.Body, $"公示期 {notice.TermRule.InWords}")
        {
            DueOn = isOver ? null : last,
            Standing = isOver ? $"已于 {last:yyyy-MM-dd} 期满" : null,
            IsMine = access.May(Duty.EditPlans),
            Outside = $"{(notice.Project is { } project ? project.Name + "：" : "")}{notice.Kind.Name()}公示{(isOver ? "已期满，请办结" : "期满")}",
        };
    }
}
