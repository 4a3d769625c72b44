using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>县级对比 of a city: documents and results.</summary>
[Route("{county}/city-comparison"), Requires(Duty.Supervise)]
public sealed class CityComparisonController(CurrentAccess access, CityComparisonReader reader) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(List<string>? counties, string? section, bool different) => View("Index", await reader.ReadAsync(counties ?? [], section, different));
}
