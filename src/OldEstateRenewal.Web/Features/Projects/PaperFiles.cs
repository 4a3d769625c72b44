using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>The files of a paper, beside its name.</summary>
public sealed class PaperFiles(PortalDbContext db, CurrentAccess access) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid paperId) => View("/Features/Projects/Projects/PaperFiles.cshtml", (await AttachmentList.ReadAsync(db, access, AttachmentSubject.ProjectPaper, paperId)).Files.Where(file => file.RemovedAt is null).ToList());
}
