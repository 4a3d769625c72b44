using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Holidays;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>公示期满、异议已答复: the newest notice that the gate's rule names is concluded, and its term has ended by the county's calendar.</summary>
public sealed class NoticeGate(PortalDbContext db, CountyCalendar calendar, TimeProvider time)
{
    public async Task<GateAnswer> AnswerAsync(Guid projectId, ProcessGate gate)
    {
        var known = await db.Notices.AsNoTracking().Where(n => n.ProjectId == projectId && n.RuleKey == gate.Rule).ToListAsync();
        var again = known.Any(n => n.PostedOn is not null) ? "须重新公示" : null;
        var newest = known.Where(n => n.State is not (NoticeState.Withdrawn or NoticeState.Superseded)).OrderByDescending(n => n.State != NoticeState.Draft).ThenByDescending(n => n.PostedOn).ThenByDescending(n => n.MadeAt).FirstOrDefault();
        if (newest is null) return new GateAnswer(GateBook.Told(gate, false, again is null ? "尚未公示" : "尚未公示（此前的公示已撤回）"), again);
        var book = await calendar.ReadAsync();
        if (newest.Term(book) is not { } term) return new GateAnswer(GateBook.Told(gate, false, $"《{newest.Title}》已拟稿，尚未张贴"), again);
        var (over, caveat) = (ChinaTime.Today(time) > term.LastDay, book.Caveat(term) is { } words ? $"（{words}）" : "");
        var state = !over ? $"公示期至 {term.LastDay:yyyy-MM-dd}，未满" : newest.State == NoticeState.Concluded ? $"{newest.EndedOn:yyyy-MM-dd} 办结" : "公示期已满，尚未办结（须有三次照片、异议全部答复）";
        var outdated = newest.Kind == NoticeKind.Scheme ? (await SchemeVersions.ReadAsync(db, projectId)).WhyOutdated(newest.SchemeId, term.From.AtEndOfDay(), "公示") : null;
        return new GateAnswer(GateBook.Told(gate, over && newest.State == NoticeState.Concluded && outdated is null, $"《{newest.Title}》{term.InWords}{caveat}；{state}{(outdated is null ? "" : $"；但{outdated}")}"), again);
    }
}
