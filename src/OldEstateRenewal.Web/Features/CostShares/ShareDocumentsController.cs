using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>费用分担表 as PDF and Excel.</summary>
[Route("{county}/shares/{id:guid}"), Requires(Duty.ReadFunds)]
public sealed class ShareDocumentsController(CurrentAccess access, ShareReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("document.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) =>
        await reader.FindAsync(id) is { } sheet ? new TableFile(ShareTable.Of(await reader.CheckAsync(sheet), Access.Tenant, time.GetUtcNow()), format) : NotFound();
}
