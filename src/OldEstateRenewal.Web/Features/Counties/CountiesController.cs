using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Counties;

public sealed record CountyRow(string Key, string Name, int Estates, int? Households, Area Area, int Plans, int Issued);

/// <summary>A city's counties in one table (各县（市、区）).</summary>
[Route("{county}/counties"), Requires(Duty.Supervise)]
public sealed class CountiesController(CurrentAccess access, PortalDbContext db) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var cityId = Access.Tenant.Id;
        // Without the filter on one tenant; the supervisors' role sees its own counties and no others.
        var rows = await db.Tenants.Where(t => t.AncestorIds.Contains(cityId)).OrderBy(t => t.Key).Select(t => new
        {
            t.Key,
            t.Name,
            Estates = db.Estates.IgnoreQueryFilters(new[] { PortalDbContext.TenantFilter }).Count(e => e.TenantId == t.Id && e.EndedOn == null),
            Households = db.Estates.IgnoreQueryFilters(new[] { PortalDbContext.TenantFilter }).Where(e => e.TenantId == t.Id && e.EndedOn == null).Sum(e => e.HouseholdCount),
            Area = db.Estates.IgnoreQueryFilters(new[] { PortalDbContext.TenantFilter }).Where(e => e.TenantId == t.Id && e.EndedOn == null).Sum(e => (decimal?)(object?)e.FloorArea),
            Plans = db.Plans.IgnoreQueryFilters(new[] { PortalDbContext.TenantFilter }).Count(p => p.TenantId == t.Id),
            Issued = db.PlanSteps.IgnoreQueryFilters(new[] { PortalDbContext.TenantFilter }).Count(s => s.TenantId == t.Id && s.Kind == Plans.PlanStepKind.Issued),
        }).ToListAsync();
        return View(rows.Select(r => new CountyRow(r.Key, r.Name, r.Estates, r.Households, Area.FromSquareMetres(r.Area ?? 0), r.Plans, r.Issued)).ToList());
    }
}
