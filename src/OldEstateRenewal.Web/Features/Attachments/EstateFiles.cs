using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Attachments;

/// <summary>An estate's files, at the foot of its page.</summary>
public sealed class EstateFiles(PortalDbContext db, CurrentAccess access) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid estateId) => View(
        "/Features/Attachments/List.cshtml",
        await AttachmentList.ReadAsync(db, access, AttachmentSubject.Estate, estateId, AttachmentKind.Photo, AttachmentKind.Map, AttachmentKind.Scan, AttachmentKind.Proof));
}
