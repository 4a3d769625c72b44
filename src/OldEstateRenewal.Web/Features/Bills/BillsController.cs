using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>The households of a run, and the bill of one.</summary>
[Route("{county}"), Requires(Duty.ReadBills)]
public sealed class BillsController(CurrentAccess access, BillReader reader) : PortalController(access)
{
    [HttpGet("bill-runs/{id:guid}/bills")]
    public async Task<IActionResult> Index(Guid id, DwellingStanding? standing, int page = 1) => await reader.ListAsync(id, standing, page) is { } list ? View(list) : NotFound();

    [HttpGet("bills/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.BillAsync(id) is { } page ? View(page) : NotFound();
}
