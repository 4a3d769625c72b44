using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Tasks;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Workbench;

/// <summary>What is due (工作台).</summary>
[Route("{county}"), Requires(Duty.ReadWorkbench)]
public sealed class WorkbenchController(CurrentAccess access, PortalDbContext db, PolicyShelf policies, TaskBook book) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await WorkbenchSheet.ReadAsync(db, Access, await policies.TodayAsync(), book));
}
