using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>公示期满、异议已答复: the newest notice that the gate's rule names is concluded, and its term has ended by the county's calendar.</summary>
public sealed class NoticeGate(PortalDbContext db, CountyCalendar calendar, TimeProvider time)
{
    public async Task<Reason> AnswerAsync(Guid projectId, ProcessGate gate)
    {
        var notices = await db.Notices.AsNoTracking().Where(n => n.ProjectId == projectId && n.RuleKey == gate.Rule && n.State != NoticeState.Withdrawn && n.State != NoticeState.Superseded).ToListAsync();
        var newest = notices.OrderByDescending(n => n.State != NoticeState.Draft).ThenByDescending(n => n.PostedOn).ThenByDescending(n => n.MadeAt).FirstOrDefault();
        if (newest is null) return GateBook.Told(gate, false, "尚未公示");
        var book = await calendar.ReadAsync();
        if (newest.Term(book) is not { } term) return GateBook.Told(gate, false, $"《{newest.Title}》已拟稿，尚未张贴");
        var (over, caveat) = (ChinaTime.Today(time) > term.LastDay, book.Caveat(term) is { } words ? $"（{words}）" : "");
        var state = !over ? $"公示期至 {term.LastDay:yyyy-MM-dd}，未满" : newest.State == NoticeState.Concluded ? $"{newest.EndedOn:yyyy-MM-dd} 办结" : "公示期已满，尚未办结（须有三次照片、异议全部答复）";
        return GateBook.Told(gate, over && newest.State == NoticeState.Concluded, $"《{newest.Title}》{term.InWords}{caveat}；{state}");
    }
}
