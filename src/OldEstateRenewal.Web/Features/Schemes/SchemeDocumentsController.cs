using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>方案表 as PDF and Excel.</summary>
[Route("{county}/schemes/{id:guid}"), Requires(Duty.ReadProjects)]
public sealed class SchemeDocumentsController(CurrentAccess access, SchemeReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("document.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) =>
        await reader.FindAsync(id) is { } scheme ? new TableFile(SchemeTable.Of(await reader.CheckAsync(scheme), Access.Tenant, time.GetUtcNow()), format) : NotFound();
}
