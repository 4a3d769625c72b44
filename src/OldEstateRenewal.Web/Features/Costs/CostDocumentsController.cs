using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>造价表 as PDF and Excel.</summary>
[Route("{county}/costs/{id:guid}"), Requires(Duty.ReadFunds)]
public sealed class CostDocumentsController(CurrentAccess access, CostReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("document.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) =>
        await reader.FindAsync(id) is { } sheet ? new TableFile(CostTable.Of(await reader.CheckAsync(sheet), Access.Tenant, time.GetUtcNow()), format) : NotFound();
}
