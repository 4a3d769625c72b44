using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>楼盘表 of a building: who has paid, who in part, who not yet.</summary>
[Route("{county}/bill-runs/{id:guid}/buildings"), Requires(Duty.ReadBills)]
public sealed class BillGridController(CurrentAccess access, BillReader reader) : PortalController(access)
{
    [HttpGet("{building:guid}")]
    public async Task<IActionResult> Show(Guid id, Guid building)
    {
        if (await reader.RunAsync(id) is not { } run) return NotFound();
        var lines = await reader.LinesAsync(run, building);
        return lines.Count == 0 ? NotFound() : View(new BillGrid(run, building, lines[0].Building, lines));
    }
}
