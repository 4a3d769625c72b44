using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>The list of a run's households as PDF and Excel, owners masked.</summary>
[Route("{county}/bill-runs/{id:guid}"), Requires(Duty.ReadBills)]
public sealed class BillListsController(CurrentAccess access, BillReader reader, ExportTrail exports, TimeProvider time) : PortalController(access)
{
    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format)
    {
        if (await reader.RunAsync(id) is not { } run) return NotFound();
        var lines = await reader.LinesAsync(run);
        await exports.AddHouseholdsAsync($"{BillRunService.NameOf(run)}清单", run.EstateId);
        return new TableFile(BillTable.Of(run, lines, Access, time.GetUtcNow()), format);
    }
}
