using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Platform;

public sealed record Operations(List<Tenant> Tenants, IReadOnlyList<string> Problems);

/// <summary>For the operator: which tenants there are and whether the walls stand. No tenant's data.</summary>
[Route("{county}/operations"), Requires(Duty.OperatePlatform)]
public sealed class OperationsController(CurrentAccess access, PortalDbContext db) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() =>
        View(new Operations(await db.Tenants.AsNoTracking().OrderBy(t => t.Key).ToListAsync(), await CatalogueCheck.ProblemsAsync(db)));
}
