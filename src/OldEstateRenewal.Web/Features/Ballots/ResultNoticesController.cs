using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>结果公告 as a page to print and as PDF. It holds sums alone, so that a city may read it too.</summary>
[Route("{county}/ballots/{id:guid}"), Requires(Duty.ReadBallots)]
public sealed class ResultNoticesController(CurrentAccess access, PortalDbContext db, BallotService ballots, TimeProvider time) : PortalController(access)
{
    [HttpGet("result")]
    public async Task<IActionResult> Show(Guid id) => await NoticeAsync(id) is { } notice ? View(notice) : NotFound();

    [HttpGet("result.pdf")]
    public async Task<IActionResult> ShowPaper(Guid id) => await NoticeAsync(id) is { } notice ? new PaperFile(notice.Head, ResultNotice.Layout, notice.Draw) : NotFound();

    private async Task<ResultNotice?> NoticeAsync(Guid id) =>
        await ballots.FindAsync(id) is { } ballot && await db.BallotResults.AsNoTracking().SingleOrDefaultAsync(r => r.BallotId == id) is { } result ? new ResultNotice(ballot, result, Access.Tenant, time.GetUtcNow()) : null;
}
