using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>The notice to hang up, and the statement that it hung, as PDF.</summary>
[Route("{county}/notices/{id:guid}"), Requires(Duty.ReadProjects)]
public sealed class NoticePapersController(CurrentAccess access, NoticeReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("notice.pdf")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        var paper = new NoticePaper(page.Notice, page.Term, Access.Tenant, time.GetUtcNow());
        return new PaperFile(paper.Head, PaperLayout.Portrait, paper.Draw);
    }

    /// <summary>Only of a notice that is concluded, and only for those who may see what it is made of.</summary>
    [HttpGet("statement.pdf"), Requires(Duty.ReadAttachments)]
    public async Task<IActionResult> ShowStatement(Guid id)
    {
        if (await reader.PageAsync(id) is not { Notice.State: NoticeState.Concluded } page) return NotFound();
        var paper = new NoticeStatement(page, Access.Tenant, time.GetUtcNow());
        return new PaperFile(paper.Head, PaperLayout.Portrait, paper.Draw);
    }
}
